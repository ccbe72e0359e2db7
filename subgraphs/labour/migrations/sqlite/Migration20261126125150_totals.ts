import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125150_totals extends Migration {
  override name = 'Migration20261126125150_totals';

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

    this.addSql(`alter table \`job_fair\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`job_fair\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`job_fair\` add column \`scope\` text null;`);
    this.addSql(`alter table \`job_fair\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`job_fair\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`job_fair\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`job_fair\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`job_fair\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`job_fair\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`job_fair\` add column \`document\` text null;`);
    this.addSql(`alter table \`job_fair\` add column \`print\` text null;`);
    this.addSql(`create index \`job_fair_programme_id_index\` on \`job_fair\` (\`programme_id\`);`);
    this.addSql(`create index \`job_fair_alone_index\` on \`job_fair\` (\`alone\`);`);

    this.addSql(`alter table \`job_offer\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`job_offer\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`job_offer\` add column \`scope\` text null;`);
    this.addSql(`alter table \`job_offer\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`job_offer\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`job_offer\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`job_offer\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`job_offer\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`job_offer\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`job_offer\` add column \`document\` text null;`);
    this.addSql(`alter table \`job_offer\` add column \`print\` text null;`);
    this.addSql(`create index \`job_offer_programme_id_index\` on \`job_offer\` (\`programme_id\`);`);
    this.addSql(`create index \`job_offer_alone_index\` on \`job_offer\` (\`alone\`);`);

    this.addSql(`alter table \`placement\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`placement\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`placement\` add column \`scope\` text null;`);
    this.addSql(`alter table \`placement\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`placement\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`placement\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`placement\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`placement\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`placement\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`placement\` add column \`document\` text null;`);
    this.addSql(`alter table \`placement\` add column \`print\` text null;`);
    this.addSql(`create index \`placement_programme_id_index\` on \`placement\` (\`programme_id\`);`);
    this.addSql(`create index \`placement_alone_index\` on \`placement\` (\`alone\`);`);

    this.addSql(`alter table \`station\` add column \`programme_id\` text null;`);
    this.addSql(`alter table \`station\` add column \`rank\` text not null default 'NORMAL';`);
    this.addSql(`alter table \`station\` add column \`scope\` text null;`);
    this.addSql(`alter table \`station\` add column \`alone\` integer not null default true;`);
    this.addSql(`alter table \`station\` add column \`alike\` integer not null default false;`);
    this.addSql(`alter table \`station\` add column \`several\` integer not null default false;`);
    this.addSql(`alter table \`station\` add column \`first_year\` integer null;`);
    this.addSql(`alter table \`station\` add column \`last_year\` integer null;`);
    this.addSql(`alter table \`station\` add column \`part_of_year\` integer not null default false;`);
    this.addSql(`alter table \`station\` add column \`document\` text null;`);
    this.addSql(`alter table \`station\` add column \`print\` text null;`);
    this.addSql(`create index \`station_programme_id_index\` on \`station\` (\`programme_id\`);`);
    this.addSql(`create index \`station_alone_index\` on \`station\` (\`alone\`);`);

    // Scopes are worked out by an import: each data set is to be imported again, also with the same content.
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`inclusion\`;`);
    this.addSql(`drop table if exists \`scope_cover\`;`);
    this.addSql(`drop table if exists \`scope_cross\`;`);

    this.addSql(`drop index \`job_fair_programme_id_index\`;`);
    this.addSql(`drop index \`job_fair_alone_index\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`rank\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`scope\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`alone\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`alike\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`several\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`first_year\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`last_year\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`document\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`print\`;`);

    this.addSql(`drop index \`job_offer_programme_id_index\`;`);
    this.addSql(`drop index \`job_offer_alone_index\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`rank\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`scope\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`alone\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`alike\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`several\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`first_year\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`last_year\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`document\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`print\`;`);

    this.addSql(`drop index \`placement_programme_id_index\`;`);
    this.addSql(`drop index \`placement_alone_index\`;`);
    this.addSql(`alter table \`placement\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`placement\` drop column \`rank\`;`);
    this.addSql(`alter table \`placement\` drop column \`scope\`;`);
    this.addSql(`alter table \`placement\` drop column \`alone\`;`);
    this.addSql(`alter table \`placement\` drop column \`alike\`;`);
    this.addSql(`alter table \`placement\` drop column \`several\`;`);
    this.addSql(`alter table \`placement\` drop column \`first_year\`;`);
    this.addSql(`alter table \`placement\` drop column \`last_year\`;`);
    this.addSql(`alter table \`placement\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`placement\` drop column \`document\`;`);
    this.addSql(`alter table \`placement\` drop column \`print\`;`);

    this.addSql(`drop index \`station_programme_id_index\`;`);
    this.addSql(`drop index \`station_alone_index\`;`);
    this.addSql(`alter table \`station\` drop column \`programme_id\`;`);
    this.addSql(`alter table \`station\` drop column \`rank\`;`);
    this.addSql(`alter table \`station\` drop column \`scope\`;`);
    this.addSql(`alter table \`station\` drop column \`alone\`;`);
    this.addSql(`alter table \`station\` drop column \`alike\`;`);
    this.addSql(`alter table \`station\` drop column \`several\`;`);
    this.addSql(`alter table \`station\` drop column \`first_year\`;`);
    this.addSql(`alter table \`station\` drop column \`last_year\`;`);
    this.addSql(`alter table \`station\` drop column \`part_of_year\`;`);
    this.addSql(`alter table \`station\` drop column \`document\`;`);
    this.addSql(`alter table \`station\` drop column \`print\`;`);
  }
}
