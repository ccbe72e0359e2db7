import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125648_party_regions extends Migration {
  override name = 'Migration20261126125648_party_regions';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "labour"."pairing_side" ("pairing" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "region" text collate "C" null, "organisation" text collate "C" null, primary key ("pairing", "role", "place"));`,
    );
    this.addSql(`create index "pairing_side_region_index" on "labour"."pairing_side" ("region");`);
    this.addSql(`create index "pairing_side_organisation_index" on "labour"."pairing_side" ("organisation");`);

    this.addSql(`alter table "labour"."organisation_ref" add "region" text collate "C" null;`);
    this.addSql(`create index "organisation_ref_region_index" on "labour"."organisation_ref" ("region");`);

    // What this database knows of the sides; the rest comes with the next import.
    this.addSql(
      `insert into "labour".pairing_side (pairing, role, place, dataset, region) select id, 'DONOR', 0, dataset, donor from "labour".pairing_ref where donor is not null;`,
    );
    this.addSql(
      `insert into "labour".pairing_side (pairing, role, place, dataset, region) select id, 'RECIPIENT', 0, dataset, recipient from "labour".pairing_ref where recipient is not null;`,
    );
    // An import of the same files is no repetition any more.
    this.addSql(`update "labour".dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "labour"."pairing_side" cascade;`);

    this.addSql(`drop index "labour"."organisation_ref_region_index";`);
    this.addSql(`alter table "labour"."organisation_ref" drop column "region";`);
  }
}
