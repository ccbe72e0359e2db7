import { Migration } from '@mikro-orm/migrations';

export class Migration20261126195158_words extends Migration {
  override name = 'Migration20261126195158_words';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`counted_parties\` (\`record\` text not null, \`role\` text not null, \`place\` integer not null, \`dataset\` text not null, \`count\` integer null, \`kind\` text not null, \`region_id\` text null, primary key (\`record\`, \`role\`, \`place\`));`,
    );
    this.addSql(`create index \`counted_parties_region_id_index\` on \`counted_parties\` (\`region_id\`);`);

    this.addSql(
      `create table \`round_ref\` (\`id\` text not null primary key, \`dataset\` text not null, \`programme\` text not null, \`listing\` text not null);`,
    );

    this.addSql(`alter table \`enterprise\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`enterprise\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`enterprise\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`facility\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`facility\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`facility\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`fund\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`fund\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`fund\` add column \`distinction_zh\` text null;`);
    this.addSql(`alter table \`fund\` add column \`purpose_zh\` text null;`);

    this.addSql(`alter table \`project\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`project\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`project\` add column \`distinction_zh\` text null;`);
    this.addSql(`alter table \`project\` add column \`purpose_zh\` text null;`);

    this.addSql(`alter table \`sale\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`sale\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`sale\` add column \`distinction_zh\` text null;`);
    this.addSql(`alter table \`sale\` add column \`purpose_zh\` text null;`);

    this.addSql(`alter table \`term\` add column \`state\` text null;`);

    // Copies of rounds, counted parties and texts in Chinese come with the data.
    this.addSql(`update dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`counted_parties\`;`);
    this.addSql(`drop table if exists \`round_ref\`;`);

    this.addSql(`alter table \`enterprise\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`distinction\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`facility\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`facility\` drop column \`distinction\`;`);
    this.addSql(`alter table \`facility\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`fund\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`fund\` drop column \`distinction\`;`);
    this.addSql(`alter table \`fund\` drop column \`distinction_zh\`;`);
    this.addSql(`alter table \`fund\` drop column \`purpose_zh\`;`);

    this.addSql(`alter table \`project\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`project\` drop column \`distinction\`;`);
    this.addSql(`alter table \`project\` drop column \`distinction_zh\`;`);
    this.addSql(`alter table \`project\` drop column \`purpose_zh\`;`);

    this.addSql(`alter table \`sale\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`sale\` drop column \`distinction\`;`);
    this.addSql(`alter table \`sale\` drop column \`distinction_zh\`;`);
    this.addSql(`alter table \`sale\` drop column \`purpose_zh\`;`);

    this.addSql(`alter table \`term\` drop column \`state\`;`);
  }
}
