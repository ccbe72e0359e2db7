/** What tables are called in Chinese, the name to be shown first, and what a row is. */
export const tableWords: Readonly<Record<string, { readonly names: readonly string[]; readonly description: string }>> =
  {
    'regions.csv': { names: ['地区', '行政区划'], description: '一个地区。' },
    'region_versions.csv': {
      names: ['地区沿革', '沿革'],
      description: '一个地区，或并入它的地区，在一段时间里的名称和代码。',
    },
    'organisations.csv': { names: ['机构', '单位', '组织'], description: '一个机构。' },
    'programmes.csv': {
      names: ['帮扶项目', '帮扶机制', '协作机制'],
      description: '各地区在其下结对的帮扶项目（协作机制）。',
    },
    'pairings.csv': { names: ['结对', '结对关系'], description: '一组结对：援助方和受援方，属于一个帮扶项目。' },
    'pairing_periods.csv': { names: ['结对期间', '结对时段'], description: '依据一个文件，一组结对有效的一段时间。' },
    'rounds.csv': {
      names: ['轮次', '结对轮次'],
      description: '一个帮扶项目的一轮：结对由同一名单或决定开始、延续或终止。',
    },
    'coverages.csv': {
      names: ['结对覆盖', '结对数量'],
      description: '某一层级结对的数量，或参与各方的数量，按一个来源所载。',
    },
    'enterprises.csv': {
      names: ['企业', '引进企业'],
      description: '结对引进或参与帮扶的企业，按一个来源所载。',
    },
    'facilities.csv': {
      names: ['园区车间基地', '产业园区'],
      description: '产业园区、帮扶车间和基地，按一个来源所载。',
    },
    'documents.csv': { names: ['文献', '文件', '来源文献'], description: '作为各行来源的文献，或结对所依据的文件。' },
    'provisions.csv': {
      names: ['制度', '机制', '协议'],
      description: '一项制度、机制、协议、规则或清单，按一个来源所载。',
    },
    'exchanges.csv': { names: ['交流', '互访', '往来'], description: '互访、会议、代表团和活动，按一个来源所载。' },
    'outcomes.csv': { names: ['成效', '指标'], description: '一个地区的一项指标，按一个来源所载。' },
    'discrepancies.csv': { names: ['出入', '矛盾', '不一致'], description: '各处记载不一致的地方。' },
    'funds.csv': { names: ['资金'], description: '提供或筹集的资金，按一个来源所载。' },
    'projects.csv': { names: ['项目', '建设项目'], description: '一个项目或若干项目，按一个来源所载。' },
    'sales.csv': { names: ['消费帮扶', '销售'], description: '消费帮扶：采购或销售的商品、疗休养，按一个来源所载。' },
    'job_fairs.csv': { names: ['招聘会'], description: '招聘会，按一个来源所载。' },
    'job_offers.csv': { names: ['岗位'], description: '提供的岗位，按一个来源所载。' },
    'placements.csv': { names: ['就业', '转移就业'], description: '就业的人，或有就业意向的人，按一个来源所载。' },
    'stations.csv': { names: ['劳务站', '劳务协作站'], description: '劳务协作站，按一个来源所载。' },
    'courses.csv': { names: ['培训'], description: '培训，按一个来源所载。' },
    'secondments.csv': { names: ['挂职', '干部挂职'], description: '派往对方任职的干部，按一个来源所载。' },
    'expert_exchanges.csv': {
      names: ['人才交流', '专业人才'],
      description: '医生、教师等专业人才的交流，按一个来源所载。',
    },
    'facts.csv': { names: ['事实'], description: '编制数据集所用的一条事实，以及载有它的一行；不导入。' },
  };
