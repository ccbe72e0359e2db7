import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125206_totals extends Migration {
  override name = 'Migration20261126125206_totals';

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

    this.addSql(`alter table \`course\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`course\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`course\` add column \`scope\` text null;`);
    this.addSql(`alter table \`course\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`course\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`course\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`course\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`course\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`course\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`course\` add column \`document\` text null;`);
    this.addSql(`alter table \`course\` add column \`print\` text null;`);
    this.addSql(`create index \`course_programme_id_index\` on \`course\` (\`programme_id\`);`);
    this.addSql(`create index \`course_alone_index\` on \`course\` (\`alone\`);`);

    this.addSql(`alter table \`expert_exchange\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`expert_exchange\` add column \`scope\` text null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`expert_exchange\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`expert_exchange\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`expert_exchange\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`expert_exchange\` add column \`document\` text null;`);
    this.addSql(`alter table \`expert_exchange\` add column \`print\` text null;`);
    this.addSql(`create index \`expert_exchange_programme_id_index\` on \`expert_exchange\` (\`programme_id\`);`);
    this.addSql(`create index \`expert_exchange_alone_index\` on \`expert_exchange\` (\`alone\`);`);

    this.addSql(`alter table \`secondment\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`secondment\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`secondment\` add column \`scope\` text null;`);
    this.addSql(`alter table \`secondment\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`secondment\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`secondment\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`secondment\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`secondment\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`secondment\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`secondment\` add column \`document\` text null;`);
    this.addSql(`alter table \`secondment\` add column \`print\` text null;`);
    this.addSql(`create index \`secondment_programme_id_index\` on \`secondment\` (\`programme_id\`);`);
    this.addSql(`create index \`secondment_alone_index\` on \`secondment\` (\`alone\`);`);

    // Scopes are worked out by an import: each data set is to be imported again, also with the same content.
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`inclusion\`;`);
    this.addSql(`drop table if exists \`scope_cover\`;`);
    this.addSql(`drop table if exists \`scope_cross\`;`);

    this.addSql(`drop index \`course_programme_id_index\`;`);
    this.addSql(`drop index \`course_alone_index\`;`);
    this.addSql(`alter table \`course\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`course\` drop column \`rank\`;`);
    this.addSql(`alter table \`course\` drop column \`scope\`;`);
    this.addSql(`alter table \`course\` drop column \`alone\`;`);
    this.addSql(`alter table \`course\` drop column \`alike\`;`);
    this.addSql(`alter table \`course\` drop column \`several\`;`);
    this.addSql(`alter table \`course\` drop column \`first_year\`;`);
    this.addSql(`alter table \`course\` drop column \`last_year\`;`);
    this.addSql(`alter table \`course\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`course\` drop column \`document\`;`);
    this.addSql(`alter table \`course\` drop column \`print\`;`);

    this.addSql(`drop index \`expert_exchange_programme_id_index\`;`);
    this.addSql(`drop index \`expert_exchange_alone_index\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`rank\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`scope\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`alone\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`alike\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`several\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`first_year\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`last_year\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`document\`;`);
    this.addSql(`alter table \`expert_exchange\` drop column \`print\`;`);

    this.addSql(`drop index \`secondment_programme_id_index\`;`);
    this.addSql(`drop index \`secondment_alone_index\`;`);
    this.addSql(`alter table \`secondment\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`secondment\` drop column \`rank\`;`);
    this.addSql(`alter table \`secondment\` drop column \`scope\`;`);
    this.addSql(`alter table \`secondment\` drop column \`alone\`;`);
    this.addSql(`alter table \`secondment\` drop column \`alike\`;`);
    this.addSql(`alter table \`secondment\` drop column \`several\`;`);
    this.addSql(`alter table \`secondment\` drop column \`first_year\`;`);
    this.addSql(`alter table \`secondment\` drop column \`last_year\`;`);
    this.addSql(`alter table \`secondment\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`secondment\` drop column \`document\`;`);
    this.addSql(`alter table \`secondment\` drop column \`print\`;`);
  }
}
