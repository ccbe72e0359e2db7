import { Migration } from '@mikro-orm/migrations';

export class Migration20261126195156_words extends Migration {
  override name = 'Migration20261126195156_words';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`round_ref\` (\`id\` text not null primary key, \`dataset\` text not null, \`programme\` text not null, \`listing\` text not null);`,
    );

    this.addSql(`alter table \`counted_parties\` rename column \`pairing_id\` to \`record\`;`);

    this.addSql(`alter table \`coverage\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`coverage\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`coverage\` add column \`distinction_zh\` text null;`);
    this.addSql(`alter table \`coverage\` add column \`purpose_zh\` text null;`);

    this.addSql(`alter table \`exchange\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`exchange\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`exchange\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`outcome\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`outcome\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`outcome\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`pairing\` add column \`note_zh\` text null;`);

    this.addSql(`alter table \`pairing_period\` add column \`note_zh\` text null;`);

    this.addSql(`alter table \`provision\` add column \`note_zh\` text null;`);
    this.addSql(`alter table \`provision\` add column \`distinction\` text null;`);
    this.addSql(`alter table \`provision\` add column \`distinction_zh\` text null;`);

    this.addSql(`alter table \`region_version\` add column \`note_zh\` text null;`);

    this.addSql(`alter table \`term\` add column \`state\` text null;`);

    // Copies of rounds, counted parties and texts in Chinese come with the data.
    this.addSql(`update dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`round_ref\`;`);

    this.addSql(`alter table \`counted_parties\` rename column \`record\` to \`pairing_id\`;`);

    this.addSql(`alter table \`coverage\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`coverage\` drop column \`distinction\`;`);
    this.addSql(`alter table \`coverage\` drop column \`distinction_zh\`;`);
    this.addSql(`alter table \`coverage\` drop column \`purpose_zh\`;`);

    this.addSql(`alter table \`exchange\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`exchange\` drop column \`distinction\`;`);
    this.addSql(`alter table \`exchange\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`outcome\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`outcome\` drop column \`distinction\`;`);
    this.addSql(`alter table \`outcome\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`pairing\` drop column \`note_zh\`;`);

    this.addSql(`alter table \`pairing_period\` drop column \`note_zh\`;`);

    this.addSql(`alter table \`provision\` drop column \`note_zh\`;`);
    this.addSql(`alter table \`provision\` drop column \`distinction\`;`);
    this.addSql(`alter table \`provision\` drop column \`distinction_zh\`;`);

    this.addSql(`alter table \`region_version\` drop column \`note_zh\`;`);

    this.addSql(`alter table \`term\` drop column \`state\`;`);
  }
}
