import { Migration } from '@mikro-orm/migrations';

export class Migration20261121214239_initial extends Migration {
  override name = 'Migration20261121214239_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`counted_parties\` (\`pairing_id\` text not null, \`role\` text not null, \`place\` integer not null, \`dataset\` text not null, \`count\` integer null, \`kind\` text not null, \`region_id\` text null, primary key (\`pairing_id\`, \`role\`, \`place\`));`,
    );
    this.addSql(`create index \`counted_parties_region_id_index\` on \`counted_parties\` (\`region_id\`);`);

    this.addSql(
      `create table \`dataset\` (\`id\` text not null primary key, \`title\` text not null, \`content\` text not null, \`folder\` text not null);`,
    );

    this.addSql(
      `create table \`discrepancy\` (\`id\` text not null primary key, \`dataset\` text not null, \`kind\` text not null, \`text\` text not null, \`text_zh\` text not null, \`difference\` double null, \`unit\` text null, \`region_id\` text null);`,
    );
    this.addSql(`create index \`discrepancy_region_id_index\` on \`discrepancy\` (\`region_id\`);`);

    this.addSql(
      `create table \`discrepancy_record\` (\`discrepancy\` text not null, \`place\` integer not null, \`dataset\` text not null, \`type\` text not null, \`record\` text not null, primary key (\`discrepancy\`, \`place\`));`,
    );
    this.addSql(`create index \`discrepancy_record_record_index\` on \`discrepancy_record\` (\`record\`);`);

    this.addSql(
      `create table \`document\` (\`id\` text not null primary key, \`dataset\` text not null, \`kind\` text not null, \`title\` text not null, \`title_en\` text null, \`number\` text null, \`issue\` text null, \`published_date\` date null, \`published_precision\` text null);`,
    );

    this.addSql(
      `create table \`exchange\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`kind\` text not null, \`title\` text null, \`title_en\` text null, \`direction\` text null, \`groups\` integer null);`,
    );
    this.addSql(`create index \`exchange_included_in_id_index\` on \`exchange\` (\`included_in_id\`);`);

    this.addSql(
      `create table \`organisation\` (\`id\` text not null primary key, \`name\` text not null, \`name_en\` text null, \`dataset\` text not null, \`kind\` text not null, \`region_id\` text null);`,
    );
    this.addSql(`create index \`organisation_region_id_index\` on \`organisation\` (\`region_id\`);`);

    this.addSql(
      `create table \`organisation_ref\` (\`id\` text not null primary key, \`name\` text not null, \`name_en\` text null, \`dataset\` text not null);`,
    );

    this.addSql(
      `create table \`outcome\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`indicator\` text not null, \`region_id\` text null);`,
    );
    this.addSql(`create index \`outcome_included_in_id_index\` on \`outcome\` (\`included_in_id\`);`);
    this.addSql(`create index \`outcome_region_id_index\` on \`outcome\` (\`region_id\`);`);

    this.addSql(
      `create table \`pairing\` (\`id\` text not null primary key, \`dataset\` text not null, \`level\` text not null, \`scope\` text not null, \`evidence\` text not null, \`note\` text null, \`programme_id\` text not null, \`parent_id\` text null);`,
    );
    this.addSql(`create index \`pairing_programme_id_index\` on \`pairing\` (\`programme_id\`);`);
    this.addSql(`create index \`pairing_parent_id_index\` on \`pairing\` (\`parent_id\`);`);

    this.addSql(
      `create table \`pairing_period\` (\`id\` text not null primary key, \`dataset\` text not null, \`pairing_id\` text not null, \`from_date\` date null, \`from_precision\` text null, \`from_bound\` text null, \`to_date\` date null, \`to_precision\` text null, \`basis_id\` text null);`,
    );
    this.addSql(`create index \`pairing_period_pairing_id_index\` on \`pairing_period\` (\`pairing_id\`);`);
    this.addSql(`create index \`pairing_period_basis_id_index\` on \`pairing_period\` (\`basis_id\`);`);

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
      `create table \`programme\` (\`id\` text not null primary key, \`dataset\` text not null, \`name\` text not null, \`name_en\` text null);`,
    );

    this.addSql(
      `create table \`provision\` (\`id\` text not null primary key, \`note\` text null, \`dataset\` text not null, \`low\` bigint null, \`high\` bigint null, \`unit\` text null, \`bound\` text null, \`status\` text not null, \`basis\` text not null, \`from_date\` date null, \`from_precision\` text null, \`to_date\` date null, \`to_precision\` text null, \`included_in_id\` text null, \`may_be_included_in_id\` text null, \`kind\` text not null, \`title\` text not null, \`title_en\` text null, \`complete\` integer null);`,
    );
    this.addSql(`create index \`provision_included_in_id_index\` on \`provision\` (\`included_in_id\`);`);

    this.addSql(
      `create table \`record_pairing\` (\`record\` text not null, \`pairing\` text not null, \`dataset\` text not null, primary key (\`record\`, \`pairing\`));`,
    );
    this.addSql(`create index \`record_pairing_pairing_index\` on \`record_pairing\` (\`pairing\`);`);

    this.addSql(
      `create table \`region\` (\`id\` text not null primary key, \`name\` text not null, \`name_en\` text null, \`code\` text null, \`dataset\` text not null, \`kind\` text not null, \`level\` text null, \`parent_id\` text null);`,
    );
    this.addSql(`create index \`region_code_index\` on \`region\` (\`code\`);`);
    this.addSql(`create index \`region_parent_id_index\` on \`region\` (\`parent_id\`);`);

    this.addSql(
      `create table \`region_ref\` (\`id\` text not null primary key, \`name\` text not null, \`name_en\` text null, \`code\` text null, \`dataset\` text not null, \`province\` text null, \`prefecture\` text null, \`county\` text null, \`township\` text null);`,
    );
    this.addSql(`create index \`region_ref_code_index\` on \`region_ref\` (\`code\`);`);
    this.addSql(`create index \`region_ref_province_index\` on \`region_ref\` (\`province\`);`);
    this.addSql(`create index \`region_ref_prefecture_index\` on \`region_ref\` (\`prefecture\`);`);
    this.addSql(`create index \`region_ref_county_index\` on \`region_ref\` (\`county\`);`);
    this.addSql(`create index \`region_ref_township_index\` on \`region_ref\` (\`township\`);`);

    this.addSql(
      `create table \`region_version\` (\`id\` text not null primary key, \`dataset\` text not null, \`region_id\` text not null, \`name\` text not null, \`name_en\` text null, \`code\` text null, \`note\` text not null, \`from_date\` date null, \`from_precision\` text not null, \`to_date\` date null, \`to_precision\` text null);`,
    );
    this.addSql(`create index \`region_version_region_id_index\` on \`region_version\` (\`region_id\`);`);

    this.addSql(
      `create table \`source\` (\`record\` text not null, \`place\` integer not null, \`dataset\` text not null, \`document\` text not null, \`paragraph\` integer null, primary key (\`record\`, \`place\`));`,
    );

    this.addSql(
      `create table \`term\` (\`record\` text not null, \`place\` integer not null, \`dataset\` text not null, \`name\` text not null, \`name_en\` text null, primary key (\`record\`, \`place\`));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`counted_parties\`;`);
    this.addSql(`drop table if exists \`dataset\`;`);
    this.addSql(`drop table if exists \`discrepancy\`;`);
    this.addSql(`drop table if exists \`discrepancy_record\`;`);
    this.addSql(`drop table if exists \`document\`;`);
    this.addSql(`drop table if exists \`exchange\`;`);
    this.addSql(`drop table if exists \`organisation\`;`);
    this.addSql(`drop table if exists \`organisation_ref\`;`);
    this.addSql(`drop table if exists \`outcome\`;`);
    this.addSql(`drop table if exists \`pairing\`;`);
    this.addSql(`drop table if exists \`pairing_period\`;`);
    this.addSql(`drop table if exists \`pairing_ref\`;`);
    this.addSql(`drop table if exists \`party\`;`);
    this.addSql(`drop table if exists \`programme\`;`);
    this.addSql(`drop table if exists \`provision\`;`);
    this.addSql(`drop table if exists \`record_pairing\`;`);
    this.addSql(`drop table if exists \`region\`;`);
    this.addSql(`drop table if exists \`region_ref\`;`);
    this.addSql(`drop table if exists \`region_version\`;`);
    this.addSql(`drop table if exists \`source\`;`);
    this.addSql(`drop table if exists \`term\`;`);
  }
}
