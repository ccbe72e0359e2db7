import { Migration } from '@mikro-orm/migrations';

export class Migration20261126195200_words extends Migration {
  override name = 'Migration20261126195200_words';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`counted_parties\` (\`record\` text not null, \`role\` text not null, \`place\` integer not null, \`dataset\` text not null, \`count\` integer null, \`kind\` text not null, \`region_id\` text null, primary key (\`record\`, \`role\`, \`place\`));`,
    );
    this.addSql(`create index \`counted_parties_region_id_index\` on \`counted_parties\` (\`region_id\`);`);

    this.addSql(
      `create table \`round_ref\` (\`id\` text not null primary key, \`dataset\` text not null, \`programme\` text not null, \`listing\` text not null);`,
    );

    this.addSql(`alter table \`job_fair\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`job_fair\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`job_fair\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`job_offer\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`job_offer\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`job_offer\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`placement\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`placement\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`placement\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`station\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`station\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`term\` add column \`state\` text null;`);

    // Copies of rounds, counted parties and texts in Chinese come with the data.
    this.addSql(`update dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`counted_parties\`;`);
    this.addSql(`drop table if exists \`round_ref\`;`);

    this.addSql(`alter table \`job_fair\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`distinction\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`job_offer\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`distinction\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`placement\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`placement\` drop column \`distinction\`;`);
    this.addSql(`alter table \`placement\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`station\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`station\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`term\` drop column \`state\`;`);
  }
}
