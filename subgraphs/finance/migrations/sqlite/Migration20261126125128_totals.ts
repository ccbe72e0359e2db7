import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125128_totals extends Migration {
  override name = 'Migration20261126125128_totals';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`inclusion\` (\`record\` text not null, \`whole\` text not null, \`is_vague\` integer not null, \`type\` text not null, primary key (\`record\`, \`whole\`));`,
    );
    this.addSql(`create index \`inclusion_type_index\` on \`inclusion\` (\`type\`);`);

    this.addSql(
      `create table \`scope_cover\` (\`part\` text not null, \`whole\` text not null, \`reason\` text not null, \`type\` text not null, primary key (\`part\`, \`whole\`));`,
    );
    this.addSql(`create index \`scope_cover_whole_index\` on \`scope_cover\` (\`whole\`);`);
    this.addSql(`create index \`scope_cover_type_index\` on \`scope_cover\` (\`type\`);`);

    this.addSql(
      `create table \`scope_cross\` (\`one\` text not null, \`other\` text not null, \`is_returning\` integer not null, \`type\` text not null, primary key (\`one\`, \`other\`));`,
    );
    this.addSql(`create index \`scope_cross_type_index\` on \`scope_cross\` (\`type\`);`);

    this.addSql(`alter table \`fund\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`fund\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`fund\` add column \`scope\` text null;`);
    this.addSql(`alter table \`fund\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`fund\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`fund\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`fund\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`fund\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`fund\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`fund\` add column \`document\` text null;`);
    this.addSql(`alter table \`fund\` add column \`print\` text null;`);
    this.addSql(`create index \`fund_programme_id_index\` on \`fund\` (\`programme_id\`);`);
    this.addSql(`create index \`fund_alone_index\` on \`fund\` (\`alone\`);`);

    this.addSql(`alter table \`project\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`project\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`project\` add column \`scope\` text null;`);
    this.addSql(`alter table \`project\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`project\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`project\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`project\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`project\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`project\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`project\` add column \`document\` text null;`);
    this.addSql(`alter table \`project\` add column \`print\` text null;`);
    this.addSql(`create index \`project_programme_id_index\` on \`project\` (\`programme_id\`);`);
    this.addSql(`create index \`project_alone_index\` on \`project\` (\`alone\`);`);

    this.addSql(`alter table \`sale\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`sale\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`sale\` add column \`scope\` text null;`);
    this.addSql(`alter table \`sale\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`sale\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`sale\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`sale\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`sale\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`sale\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`sale\` add column \`document\` text null;`);
    this.addSql(`alter table \`sale\` add column \`print\` text null;`);
    this.addSql(`create index \`sale_programme_id_index\` on \`sale\` (\`programme_id\`);`);
    this.addSql(`create index \`sale_alone_index\` on \`sale\` (\`alone\`);`);

    // Scopes are worked out by an import: each data set is to be imported again, also with the same content.
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`inclusion\`;`);
    this.addSql(`drop table if exists \`scope_cover\`;`);
    this.addSql(`drop table if exists \`scope_cross\`;`);

    this.addSql(`drop index \`fund_programme_id_index\`;`);
    this.addSql(`drop index \`fund_alone_index\`;`);
    this.addSql(`alter table \`fund\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`fund\` drop column \`rank\`;`);
    this.addSql(`alter table \`fund\` drop column \`scope\`;`);
    this.addSql(`alter table \`fund\` drop column \`alone\`;`);
    this.addSql(`alter table \`fund\` drop column \`alike\`;`);
    this.addSql(`alter table \`fund\` drop column \`several\`;`);
    this.addSql(`alter table \`fund\` drop column \`first_year\`;`);
    this.addSql(`alter table \`fund\` drop column \`last_year\`;`);
    this.addSql(`alter table \`fund\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`fund\` drop column \`document\`;`);
    this.addSql(`alter table \`fund\` drop column \`print\`;`);

    this.addSql(`drop index \`project_programme_id_index\`;`);
    this.addSql(`drop index \`project_alone_index\`;`);
    this.addSql(`alter table \`project\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`project\` drop column \`rank\`;`);
    this.addSql(`alter table \`project\` drop column \`scope\`;`);
    this.addSql(`alter table \`project\` drop column \`alone\`;`);
    this.addSql(`alter table \`project\` drop column \`alike\`;`);
    this.addSql(`alter table \`project\` drop column \`several\`;`);
    this.addSql(`alter table \`project\` drop column \`first_year\`;`);
    this.addSql(`alter table \`project\` drop column \`last_year\`;`);
    this.addSql(`alter table \`project\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`project\` drop column \`document\`;`);
    this.addSql(`alter table \`project\` drop column \`print\`;`);

    this.addSql(`drop index \`sale_programme_id_index\`;`);
    this.addSql(`drop index \`sale_alone_index\`;`);
    this.addSql(`alter table \`sale\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`sale\` drop column \`rank\`;`);
    this.addSql(`alter table \`sale\` drop column \`scope\`;`);
    this.addSql(`alter table \`sale\` drop column \`alone\`;`);
    this.addSql(`alter table \`sale\` drop column \`alike\`;`);
    this.addSql(`alter table \`sale\` drop column \`several\`;`);
    this.addSql(`alter table \`sale\` drop column \`first_year\`;`);
    this.addSql(`alter table \`sale\` drop column \`last_year\`;`);
    this.addSql(`alter table \`sale\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`sale\` drop column \`document\`;`);
    this.addSql(`alter table \`sale\` drop column \`print\`;`);
  }
}
