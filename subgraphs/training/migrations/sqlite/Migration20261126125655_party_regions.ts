import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125655_party_regions extends Migration {
  override name = 'Migration20261126125655_party_regions';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`pairing_side\` (\`pairing\` text not null, \`role\` text not null, \`place\` integer not null, \`dataset\` text not null, \`region\` text null, \`organisation\` text null, primary key (\`pairing\`, \`role\`, \`place\`));`,
    );
    this.addSql(`create index \`pairing_side_region_index\` on \`pairing_side\` (\`region\`);`);
    this.addSql(`create index \`pairing_side_organisation_index\` on \`pairing_side\` (\`organisation\`);`);

    this.addSql(`alter table \`organisation_ref\` add column \`region\` text null;`);
    this.addSql(`create index \`organisation_ref_region_index\` on \`organisation_ref\` (\`region\`);`);

    // What this database knows of the sides; the rest comes with the next import.
    this.addSql(
      `insert into pairing_side (pairing, role, place, dataset, region) select id, 'DONOR', 0, dataset, donor from pairing_ref where donor is not null;`,
    );
    this.addSql(
      `insert into pairing_side (pairing, role, place, dataset, region) select id, 'RECIPIENT', 0, dataset, recipient from pairing_ref where recipient is not null;`,
    );
    // An import of the same files is no repetition any more.
    this.addSql(`update dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`pairing_side\`;`);

    this.addSql(`drop index \`organisation_ref_region_index\`;`);
    this.addSql(`alter table \`organisation_ref\` drop column \`region\`;`);
  }
}
