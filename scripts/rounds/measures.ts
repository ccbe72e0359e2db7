/** A row of a table of records: the table, and the cells that say what is counted. */
export interface Measure {
  readonly table: string;
  readonly cells: Readonly<Record<string, string>>;
  /** The columns for who helps and who is helped. */
  readonly donor: string;
  readonly recipient: string;
}

const fund = (kind: string, cells: Measure['cells'] = {}): Measure => ({
  table: 'funds.csv',
  cells: { kind, ...cells },
  donor: 'donor',
  recipient: 'recipient',
});

const secondment = (direction: string): Measure => ({
  table: 'secondments.csv',
  cells: { direction, seconded: 'CADRE' },
  ...sidesOf(direction, 'origins', 'destinations'),
});

const specialists = (direction: string): Measure => ({
  table: 'expert_exchanges.csv',
  cells: { kind: direction === 'BOTH' ? 'EXCHANGE' : 'SPECIALISTS_SENT', direction },
  ...sidesOf(direction, 'origins', 'destinations'),
});

function sidesOf(direction: string, from: string, to: string): Pick<Measure, 'donor' | 'recipient'> {
  if (direction === 'BOTH') {
    return { donor: '', recipient: '' };
  }
  return direction === 'DONOR_TO_RECIPIENT' ? { donor: from, recipient: to } : { donor: to, recipient: from };
}

const placement = (stage: string, worker: string, cells: Measure['cells'] = {}): Measure => ({
  table: 'placements.csv',
  cells: { stage, worker, ...cells },
  donor: '',
  recipient: 'origin',
});

const course = (trainee: string): Measure => ({
  table: 'courses.csv',
  cells: { kind: 'UNSPECIFIED', counts: 'TRAINEES', trainee },
  donor: '',
  recipient: 'origin',
});

const coverage = (level: string, counts: string, purpose = ''): Measure => ({
  table: 'coverages.csv',
  cells: { level, counts, purpose },
  donor: 'donor',
  recipient: 'recipient',
});

const facility = (kind: string): Measure => ({
  table: 'facilities.csv',
  cells: { kind, counts: 'FACILITIES' },
  donor: 'donor',
  recipient: 'place',
});

const enterprise: Measure = {
  table: 'enterprises.csv',
  cells: { kind: 'BROUGHT', counts: 'FIRMS' },
  donor: 'donor',
  recipient: 'place',
};

const outcome = (indicator: string): Measure => ({
  table: 'outcomes.csv',
  cells: { indicator },
  donor: '',
  recipient: '',
});

/** What the measures of the facts are in the vocabulary of the graph. */
export const measures: Readonly<Record<string, Measure>> = {
  FISCAL_AID: fund('FISCAL'),
  AID_FUNDS: fund('UNSPECIFIED'),
  PROJECT_FUNDS: fund('UNSPECIFIED', { purpose: 'projects' }),
  SOCIAL_DONATION: fund('SOCIAL'),
  SOCIAL_DONATION_FUNDS: fund('SOCIAL_CASH'),
  SOCIAL_CASH: fund('SOCIAL_CASH'),
  SOCIAL_IN_KIND: fund('SOCIAL_IN_KIND'),
  FIRM_INVESTMENT: fund('INVESTMENT'),
  AGREED_INVESTMENT: fund('INVESTMENT'),
  FISCAL_AID_PER_COUNTY: outcome('FISCAL_AID_PER_COUNTY'),
  PROJECTS: { table: 'projects.csv', cells: {}, donor: 'donor', recipient: 'place' },
  CONSUMPTION: { table: 'sales.csv', cells: { kind: 'GOODS' }, donor: 'buyer', recipient: 'seller' },
  AGREEMENTS: {
    table: 'provisions.csv',
    cells: { kind: 'AGREEMENT', title: '合作协议', titleEn: 'Agreements of cooperation' },
    donor: '',
    recipient: 'region',
  },
  CADRES_EAST_TO_WEST: secondment('DONOR_TO_RECIPIENT'),
  CADRES_WEST_TO_EAST: secondment('RECIPIENT_TO_DONOR'),
  CADRES_BOTH_WAYS: secondment('BOTH'),
  SPECIALISTS_EAST_TO_WEST: specialists('DONOR_TO_RECIPIENT'),
  SPECIALISTS_WEST_TO_EAST: specialists('RECIPIENT_TO_DONOR'),
  SPECIALISTS_BOTH_WAYS: specialists('BOTH'),
  TRAINED: course(''),
  SPECIALISTS_TRAINED: course('PROFESSIONAL'),
  LABOUR_TRAINED: course('WORKER'),
  LABOUR_EXPORTED: placement('SENT_OUT', 'UNSPECIFIED'),
  LABOUR_INCOME: placement('SENT_OUT', 'UNSPECIFIED'),
  LABOUR_TRANSFERRED: placement('PLACED', 'UNSPECIFIED'),
  JOBS: placement('PLACED', 'RURAL_LABOUR'),
  JOBS_IN_DONOR: placement('PLACED', 'RURAL_LABOUR', { reach: 'DONOR_PROVINCE' }),
  JOBS_LIFTED: placement('PLACED', 'FORMERLY_POOR'),
  JOBS_LIFTED_IN_DONOR: placement('PLACED', 'FORMERLY_POOR', { reach: 'DONOR_PROVINCE' }),
  FIRMS: enterprise,
  FIRMS_NEW: enterprise,
  PARKS: facility('INDUSTRIAL_PARK'),
  WORKSHOPS: facility('WORKSHOP'),
  COUNTY_PAIRS: coverage('COUNTY', 'PAIRS'),
  CITY_COUNTY_PAIRS: coverage('PREFECTURE_TO_COUNTY', 'PAIRS'),
  TOWN_PAIRS: coverage('TOWNSHIP', 'PAIRS'),
  VILLAGE_PAIRS: coverage('VILLAGE', 'PAIRS'),
  FIRM_VILLAGE_PAIRS: coverage('VILLAGE_ENTERPRISE', 'PAIRS'),
  SCHOOL_PAIRS: coverage('SCHOOL', 'PAIRS'),
  HOSPITAL_PAIRS: coverage('HOSPITAL', 'PAIRS'),
  DONOR_COUNTIES: coverage('COUNTY', 'DONORS'),
  RECIPIENT_COUNTIES: coverage('COUNTY', 'RECIPIENTS'),
  RECIPIENT_COUNTIES_BEFORE: coverage('COUNTY', 'RECIPIENTS', 'before the adjustment'),
  DONOR_PREFECTURES: coverage('PREFECTURE', 'DONORS'),
  RECIPIENT_PREFECTURES: coverage('PREFECTURE', 'RECIPIENTS'),
  FIRMS_PAIRED_WITH_VILLAGES: coverage('VILLAGE_ENTERPRISE', 'DONORS'),
  ORGANISATIONS_PAIRED_WITH_VILLAGES: coverage('SOCIAL_ORGANISATION', 'DONORS'),
  PAIRED_VILLAGES: coverage('VILLAGE_ENTERPRISE', 'RECIPIENTS', 'with firms or social organisations'),
  MODEL_VILLAGES: outcome('MODEL_VILLAGES'),
};

/** The units of the facts that have another name in the graph. */
export const units: Readonly<Record<string, string>> = { CNY: 'YUAN', PARK: 'ZONE', CITY: 'PREFECTURE' };
