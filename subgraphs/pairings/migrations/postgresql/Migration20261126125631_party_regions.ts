import { Migration } from '@mikro-orm/migrations';

export class Migration20261126125631_party_regions extends Migration {
  override name = 'Migration20261126125631_party_regions';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pairings"."pairing_side" ("pairing" text collate "C" not null, "role" text collate "C" not null, "place" int not null, "dataset" text collate "C" not null, "region" text collate "C" null, "organisation" text collate "C" null, primary key ("pairing", "role", "place"));`,
    );
    this.addSql(`create index "pairing_side_region_index" on "pairings"."pairing_side" ("region");`);
    this.addSql(`create index "pairing_side_organisation_index" on "pairings"."pairing_side" ("organisation");`);

    this.addSql(`alter table "pairings"."organisation_ref" add "region" text collate "C" null;`);
    this.addSql(`create index "organisation_ref_region_index" on "pairings"."organisation_ref" ("region");`);

    // From what this database knows.
    this.addSql(
      `insert into "pairings".pairing_side (pairing, role, place, dataset, region, organisation) select p.record, p.role, p.place, p.dataset, p.region, p.organisation from "pairings".party as p join "pairings".pairing as r on r.id = p.record;`,
    );
    this.addSql(
      `insert into "pairings".pairing_side (pairing, role, place, dataset, region) select pairing_id, role, place + 1000, dataset, region_id from "pairings".counted_parties;`,
    );
    this.addSql(
      `update "pairings".organisation_ref set region = (select o.region_id from "pairings".organisation as o where o.id = "pairings".organisation_ref.id);`,
    );
    // An import of the same files is no repetition any more.
    this.addSql(`update "pairings".dataset set content = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pairings"."pairing_side" cascade;`);

    this.addSql(`drop index "pairings"."organisation_ref_region_index";`);
    this.addSql(`alter table "pairings"."organisation_ref" drop column "region";`);
  }
}
