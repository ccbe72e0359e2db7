import { Migration } from '@mikro-orm/migrations';

export class Migration20261126181020_nation extends Migration {
  override name = 'Migration20261126181020_nation';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`enterprise\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`programme_id\` text null, \`rank\` text not null default 'NORMAL', \`confidence\` text null, \`scope\` text null, \`alone\` integer not null default true, \`facet\` bigint null, \`alike\` integer not null default false, \`several\` integer not null default false, \`first_year\` integer null, \`last_year\` integer null, \`part_of_year\` integer not null default false, \`document\` text null, \`print\` text null, \`kind\` text not null, \`counts\` text not null, \`title\` text null, \`title_en\` text null, \`fund_id\` text null);`,
    );
    this.addSql(`create index \`enterprise_included_in_id_index\` on \`enterprise\` (\`included_in_id\`);`);
    this.addSql(`create index \`enterprise_programme_id_index\` on \`enterprise\` (\`programme_id\`);`);
    this.addSql(`create index \`enterprise_alone_index\` on \`enterprise\` (\`alone\`);`);

    this.addSql(
      `create table \`facility\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`programme_id\` text null, \`rank\` text not null default 'NORMAL', \`confidence\` text null, \`scope\` text null, \`alone\` integer not null default true, \`facet\` bigint null, \`alike\` integer not null default false, \`several\` integer not null default false, \`first_year\` integer null, \`last_year\` integer null, \`part_of_year\` integer not null default false, \`document\` text null, \`print\` text null, \`kind\` text not null, \`counts\` text not null, \`title\` text null, \`title_en\` text null);`,
    );
    this.addSql(`create index \`facility_included_in_id_index\` on \`facility\` (\`included_in_id\`);`);
    this.addSql(`create index \`facility_programme_id_index\` on \`facility\` (\`programme_id\`);`);
    this.addSql(`create index \`facility_alone_index\` on \`facility\` (\`alone\`);`);

    this.addSql(`alter table \`fund\` add column \`confidence\` text null;`);
    this.addSql(`alter table \`fund\` add column \`tier\` text null;`);

    this.addSql(`alter table \`project\` add column \`confidence\` text null;`);

    this.addSql(`alter table \`sale\` add column \`confidence\` text null;`);

    // What a figure is about has more dimensions now: an import of the same files is no repetition any more.
    this.addSql(`update dataset set content = '';`);

    this.addSql(`alter table \`enterprise\` add column \`as_printed\` text null;`);
    this.addSql(`alter table \`facility\` add column \`as_printed\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`enterprise\` drop column \`as_printed\`;`);
    this.addSql(`alter table \`facility\` drop column \`as_printed\`;`);
    this.addSql(`drop table if exists \`enterprise\`;`);
    this.addSql(`drop table if exists \`facility\`;`);

    this.addSql(`alter table \`fund\` drop column \`confidence\`;`);
    this.addSql(`alter table \`fund\` drop column \`tier\`;`);

    this.addSql(`alter table \`project\` drop column \`confidence\`;`);

    this.addSql(`alter table \`sale\` drop column \`confidence\`;`);
  }
}
