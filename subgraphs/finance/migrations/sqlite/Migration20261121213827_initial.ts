import { Migration } from '@mikro-orm/migrations';

export class Migration20261121213827_initial extends Migration {
  override name = 'Migration20261121213827_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`dataset\` (\`id\` text not null primary key, \`title\` text not null, \`content\` text not null, \`folder\` text not null);`,
    );

    this.addSql(
      `create table \`fund\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`kind\` text not null, \`purpose\` text null);`,
    );
    this.addSql(`create index \`fund_included_in_id_index\` on \`fund\` (\`included_in_id\`);`);

    this.addSql(
      `create table \`organisation_ref\` (\`id\` text not null primary key, \`name\` text not null, \`name_en\` text null, \`dataset\` text not null);`,
    );

    this.addSql(
      `create table \`pairing_ref\` (\`id\` text not null primary key, \`dataset\` text not null, \`programme\` text not null, \`level\` text not null, \`parent\` text null, \`grandparent\` text null, \`great_grandparent\` text null, \`donor\` text null, \`recipient\` text null);`,
    );
    this.addSql(`create index \`pairing_ref_programme_index\` on \`pairing_ref\` (\`programme\`);`);
    this.addSql(`create index \`pairing_ref_parent_index\` on \`pairing_ref\` (\`parent\`);`);
    this.addSql(`create index \`pairing_ref_grandparent_index\` on \`pairing_ref\` (\`grandparent\`);`);
    this.addSql(`create index \`pairing_ref_great_grandparent_index\` on \`pairing_ref\` (\`great_grandparent\`);`);

    this.addSql(
      `create table \`party\` (\`record\` text not null, \`role\` text not null, \`place\` integer not null, \`dataset\` text not null, \`region\` text null, \`organisation\` text null, primary key (\`record\`, \`role\`, \`place\`));`,
    );
    this.addSql(`create index \`party_region_index\` on \`party\` (\`region\`);`);
    this.addSql(`create index \`party_organisation_index\` on \`party\` (\`organisation\`);`);

    this.addSql(
      `create table \`project\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`kind\` text null, \`state\` text null, \`title\` text null, \`title_en\` text null, \`purpose\` text null, \`townships\` integer null, \`villages\` integer null, \`households\` integer null, \`fund_id\` text null);`,
    );
    this.addSql(`create index \`project_included_in_id_index\` on \`project\` (\`included_in_id\`);`);
    this.addSql(`create index \`project_fund_id_index\` on \`project\` (\`fund_id\`);`);

    this.addSql(
      `create table \`record_pairing\` (\`record\` text not null, \`pairing\` text not null, \`dataset\` text not null, primary key (\`record\`, \`pairing\`));`,
    );
    this.addSql(`create index \`record_pairing_pairing_index\` on \`record_pairing\` (\`pairing\`);`);

    this.addSql(
      `create table \`region_ref\` (\`id\` text not null primary key, \`name\` text not null, \`name_en\` text null, \`code\` text null, \`dataset\` text not null, \`province\` text null, \`prefecture\` text null, \`county\` text null, \`township\` text null);`,
    );
    this.addSql(`create index \`region_ref_code_index\` on \`region_ref\` (\`code\`);`);
    this.addSql(`create index \`region_ref_province_index\` on \`region_ref\` (\`province\`);`);
    this.addSql(`create index \`region_ref_prefecture_index\` on \`region_ref\` (\`prefecture\`);`);
    this.addSql(`create index \`region_ref_county_index\` on \`region_ref\` (\`county\`);`);
    this.addSql(`create index \`region_ref_township_index\` on \`region_ref\` (\`township\`);`);

    this.addSql(
      `create table \`sale\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`kind\` text not null, \`purpose\` text null, \`groups\` integer null);`,
    );
    this.addSql(`create index \`sale_included_in_id_index\` on \`sale\` (\`included_in_id\`);`);

    this.addSql(
      `create table \`source\` (\`record\` text not null, \`place\` integer not null, \`dataset\` text not null, \`document\` text not null, \`paragraph\` integer null, primary key (\`record\`, \`place\`));`,
    );

    this.addSql(
      `create table \`term\` (\`record\` text not null, \`place\` integer not null, \`dataset\` text not null, \`name\` text not null, \`name_en\` text null, primary key (\`record\`, \`place\`));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`dataset\`;`);
    this.addSql(`drop table if exists \`fund\`;`);
    this.addSql(`drop table if exists \`organisation_ref\`;`);
    this.addSql(`drop table if exists \`pairing_ref\`;`);
    this.addSql(`drop table if exists \`party\`;`);
    this.addSql(`drop table if exists \`project\`;`);
    this.addSql(`drop table if exists \`record_pairing\`;`);
    this.addSql(`drop table if exists \`region_ref\`;`);
    this.addSql(`drop table if exists \`sale\`;`);
    this.addSql(`drop table if exists \`source\`;`);
    this.addSql(`drop table if exists \`term\`;`);
  }
}
