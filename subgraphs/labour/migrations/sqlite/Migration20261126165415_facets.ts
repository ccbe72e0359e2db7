import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165415_facets extends Migration {
  override name = 'Migration20261126165415_facets';

  override up(): void {
    this.addSql(
      `create table \`facet\` (\`id\` bigint not null primary key, \`type\` text not null, \`kind\` text null, \`unit\` text null, \`status\` text not null, \`basis\` text not null, \`bound\` text null, \`rank\` text not null, \`alone\` integer not null);`,
    );
    this.addSql(`create index \`facet_type_index\` on \`facet\` (\`type\`);`);
    this.addSql(`alter table \`job_fair\` add column \`facet\` bigint null;`);
    this.addSql(`alter table \`job_offer\` add column \`facet\` bigint null;`);
    this.addSql(`alter table \`placement\` add column \`facet\` bigint null;`);
    this.addSql(`alter table \`station\` add column \`facet\` bigint null;`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void {
    this.addSql(`drop table if exists \`facet\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`facet\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`facet\`;`);
    this.addSql(`alter table \`placement\` drop column \`facet\`;`);
    this.addSql(`alter table \`station\` drop column \`facet\`;`);
  }
}
