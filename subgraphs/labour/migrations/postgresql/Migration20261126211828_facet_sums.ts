import { Migration } from '@mikro-orm/migrations';

export class Migration20261126211828_facet_sums extends Migration {
  override name = 'Migration20261126211828_facet_sums';

  override up(): void | Promise<void> {
    this.addSql(`alter table "labour"."facet" add "is_listing_partial" boolean not null default false;`);

    this.addSql(`create index "job_fair_facet_low_high_index" on "labour"."job_fair" ("facet", "low", "high");`);

    this.addSql(`create index "job_offer_facet_low_high_index" on "labour"."job_offer" ("facet", "low", "high");`);

    this.addSql(`create index "placement_facet_low_high_index" on "labour"."placement" ("facet", "low", "high");`);

    this.addSql(`create index "station_facet_low_high_index" on "labour"."station" ("facet", "low", "high");`);
    this.addSql(`update "labour"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "labour"."facet" drop column "is_listing_partial";`);

    this.addSql(`drop index "labour"."job_fair_facet_low_high_index";`);

    this.addSql(`drop index "labour"."job_offer_facet_low_high_index";`);

    this.addSql(`drop index "labour"."placement_facet_low_high_index";`);

    this.addSql(`drop index "labour"."station_facet_low_high_index";`);
  }
}
