import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165425_facets extends Migration {
  override name = 'Migration20261126165425_facets';

  override up(): void {
    this.addSql(
      `create table \`facet\` (\`id\` bigint not null primary key, \`type\` text not null, \`kind\` text null, \`unit\` text null, \`status\` text not null, \`basis\` text not null, \`bound\` text null, \`rank\` text not null, \`alone\` integer not null);`,
    );
    this.addSql(`create index \`facet_type_index\` on \`facet\` (\`type\`);`);
    this.addSql(`alter table \`course\` add column \`facet\` bigint null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`facet\` bigint null;`);
    this.addSql(`alter table \`secondment\` add column \`facet\` bigint null;`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void {
    this.addSql(`drop table if exists \`facet\`;`);
    this.addSql(`alter table \`course\` drop column \`facet\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`facet\`;`);
    this.addSql(`alter table \`secondment\` drop column \`facet\`;`);
  }
}
