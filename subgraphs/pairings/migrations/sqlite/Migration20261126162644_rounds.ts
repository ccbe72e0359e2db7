import { Migration } from '@mikro-orm/migrations';

export class Migration20261126162644_rounds extends Migration {
  override name = 'Migration20261126162644_rounds';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`round\` (\`id\` text not null primary key, \`dataset\` text not null, \`name\` text not null, \`name_en\` text null, \`listing\` text not null, \`missing\` text null, \`missing_zh\` text null, \`programme_id\` text not null, \`basis_id\` text null);`,
    );
    this.addSql(`create index \`round_programme_id_index\` on \`round\` (\`programme_id\`);`);

    this.addSql(
      `create table \`round_level\` (\`round_id\` text not null, \`level\` text not null, \`dataset\` text not null, primary key (\`round_id\`, \`level\`));`,
    );

    this.addSql(`alter table \`pairing\` add column \`mutual\` integer not null default false;`);

    this.addSql(`alter table \`pairing_period\` add column \`end\` text null;`);
    this.addSql(`alter table \`pairing_period\` add column \`ended_before_date\` date null;`);
    this.addSql(`alter table \`pairing_period\` add column \`ended_before_precision\` text null;`);
    this.addSql(`alter table \`pairing_period\` add column \`confidence\` text null;`);
    this.addSql(`alter table \`pairing_period\` add column \`note\` text null;`);
    this.addSql(`alter table \`pairing_period\` add column \`round_id\` text null;`);
    this.addSql(`alter table \`pairing_period\` add column \`superseded_by_id\` text null;`);
    this.addSql(`alter table \`pairing_period\` add column \`parent_id\` text null;`);
    this.addSql(`create index \`pairing_period_round_id_index\` on \`pairing_period\` (\`round_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`round\`;`);
    this.addSql(`drop table if exists \`round_level\`;`);

    this.addSql(`alter table \`pairing\` drop column \`mutual\`;`);

    this.addSql(`drop index \`pairing_period_round_id_index\`;`);
    this.addSql(`alter table \`pairing_period\` drop column \`end\`;`);
    this.addSql(`alter table \`pairing_period\` drop column \`ended_before_date\`;`);
    this.addSql(`alter table \`pairing_period\` drop column \`ended_before_precision\`;`);
    this.addSql(`alter table \`pairing_period\` drop column \`confidence\`;`);
    this.addSql(`alter table \`pairing_period\` drop column \`note\`;`);
    this.addSql(`alter table \`pairing_period\` drop column \`round_id\`;`);
    this.addSql(`alter table \`pairing_period\` drop column \`superseded_by_id\`;`);
    this.addSql(`alter table \`pairing_period\` drop column \`parent_id\`;`);
  }
}
