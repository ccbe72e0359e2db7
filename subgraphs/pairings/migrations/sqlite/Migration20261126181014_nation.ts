import { Migration } from '@mikro-orm/migrations';

export class Migration20261126181014_nation extends Migration {
  override name = 'Migration20261126181014_nation';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`coverage\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`programme_id\` text null, \`rank\` text not null default 'NORMAL', \`confidence\` text null, \`scope\` text null, \`alone\` integer not null default true, \`facet\` bigint null, \`alike\` integer not null default false, \`several\` integer not null default false, \`first_year\` integer null, \`last_year\` integer null, \`part_of_year\` integer not null default false, \`document\` text null, \`print\` text null, \`level\` text not null, \`counts\` text not null, \`purpose\` text null);`,
    );
    this.addSql(`create index \`coverage_included_in_id_index\` on \`coverage\` (\`included_in_id\`);`);
    this.addSql(`create index \`coverage_programme_id_index\` on \`coverage\` (\`programme_id\`);`);
    this.addSql(`create index \`coverage_alone_index\` on \`coverage\` (\`alone\`);`);

    this.addSql(`alter table \`exchange\` add column \`confidence\` text null;`);

    this.addSql(`alter table \`outcome\` add column \`confidence\` text null;`);

    this.addSql(`alter table \`provision\` add column \`confidence\` text null;`);

    // What a figure is about has more dimensions now: an import of the same files is no repetition any more.
    this.addSql(`update dataset set content = '';`);
    this.addSql(`alter table \`coverage\` add column \`as_printed\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`coverage\` drop column \`as_printed\`;`);
    this.addSql(`drop table if exists \`coverage\`;`);

    this.addSql(`alter table \`exchange\` drop column \`confidence\`;`);

    this.addSql(`alter table \`outcome\` drop column \`confidence\`;`);

    this.addSql(`alter table \`provision\` drop column \`confidence\`;`);
  }
}
