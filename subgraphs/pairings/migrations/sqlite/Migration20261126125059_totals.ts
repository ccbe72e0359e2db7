import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125059_totals extends Migration {
  override name = 'Migration20261126125059_totals';

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

    this.addSql(`alter table \`exchange\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`exchange\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`exchange\` add column \`scope\` text null;`);
    this.addSql(`alter table \`exchange\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`exchange\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`exchange\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`exchange\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`exchange\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`exchange\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`exchange\` add column \`document\` text null;`);
    this.addSql(`alter table \`exchange\` add column \`print\` text null;`);
    this.addSql(`create index \`exchange_programme_id_index\` on \`exchange\` (\`programme_id\`);`);
    this.addSql(`create index \`exchange_alone_index\` on \`exchange\` (\`alone\`);`);

    this.addSql(`alter table \`outcome\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`outcome\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`outcome\` add column \`scope\` text null;`);
    this.addSql(`alter table \`outcome\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`outcome\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`outcome\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`outcome\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`outcome\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`outcome\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`outcome\` add column \`document\` text null;`);
    this.addSql(`alter table \`outcome\` add column \`print\` text null;`);
    this.addSql(`create index \`outcome_programme_id_index\` on \`outcome\` (\`programme_id\`);`);
    this.addSql(`create index \`outcome_alone_index\` on \`outcome\` (\`alone\`);`);

    this.addSql(`alter table \`provision\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`provision\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`provision\` add column \`scope\` text null;`);
    this.addSql(`alter table \`provision\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`provision\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`provision\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`provision\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`provision\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`provision\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`provision\` add column \`document\` text null;`);
    this.addSql(`alter table \`provision\` add column \`print\` text null;`);
    this.addSql(`create index \`provision_programme_id_index\` on \`provision\` (\`programme_id\`);`);
    this.addSql(`create index \`provision_alone_index\` on \`provision\` (\`alone\`);`);

    // Scopes are worked out by an import: each data set is to be imported again, also with the same content.
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`inclusion\`;`);
    this.addSql(`drop table if exists \`scope_cover\`;`);
    this.addSql(`drop table if exists \`scope_cross\`;`);

    this.addSql(`drop index \`exchange_programme_id_index\`;`);
    this.addSql(`drop index \`exchange_alone_index\`;`);
    this.addSql(`alter table \`exchange\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`exchange\` drop column \`rank\`;`);
    this.addSql(`alter table \`exchange\` drop column \`scope\`;`);
    this.addSql(`alter table \`exchange\` drop column \`alone\`;`);
    this.addSql(`alter table \`exchange\` drop column \`alike\`;`);
    this.addSql(`alter table \`exchange\` drop column \`several\`;`);
    this.addSql(`alter table \`exchange\` drop column \`first_year\`;`);
    this.addSql(`alter table \`exchange\` drop column \`last_year\`;`);
    this.addSql(`alter table \`exchange\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`exchange\` drop column \`document\`;`);
    this.addSql(`alter table \`exchange\` drop column \`print\`;`);

    this.addSql(`drop index \`outcome_programme_id_index\`;`);
    this.addSql(`drop index \`outcome_alone_index\`;`);
    this.addSql(`alter table \`outcome\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`outcome\` drop column \`rank\`;`);
    this.addSql(`alter table \`outcome\` drop column \`scope\`;`);
    this.addSql(`alter table \`outcome\` drop column \`alone\`;`);
    this.addSql(`alter table \`outcome\` drop column \`alike\`;`);
    this.addSql(`alter table \`outcome\` drop column \`several\`;`);
    this.addSql(`alter table \`outcome\` drop column \`first_year\`;`);
    this.addSql(`alter table \`outcome\` drop column \`last_year\`;`);
    this.addSql(`alter table \`outcome\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`outcome\` drop column \`document\`;`);
    this.addSql(`alter table \`outcome\` drop column \`print\`;`);

    this.addSql(`drop index \`provision_programme_id_index\`;`);
    this.addSql(`drop index \`provision_alone_index\`;`);
    this.addSql(`alter table \`provision\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`provision\` drop column \`rank\`;`);
    this.addSql(`alter table \`provision\` drop column \`scope\`;`);
    this.addSql(`alter table \`provision\` drop column \`alone\`;`);
    this.addSql(`alter table \`provision\` drop column \`alike\`;`);
    this.addSql(`alter table \`provision\` drop column \`several\`;`);
    this.addSql(`alter table \`provision\` drop column \`first_year\`;`);
    this.addSql(`alter table \`provision\` drop column \`last_year\`;`);
    this.addSql(`alter table \`provision\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`provision\` drop column \`document\`;`);
    this.addSql(`alter table \`provision\` drop column \`print\`;`);
  }
}
