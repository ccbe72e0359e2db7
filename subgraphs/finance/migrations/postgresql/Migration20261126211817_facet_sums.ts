import { Migration } from '@mikro-orm/migrations';

export class Migration20261126211817_facet_sums extends Migration {
  override name = 'Migration20261126211817_facet_sums';

  override up(): void | Promise<void> {
    this.addSql(`create index "enterprise_facet_low_high_index" on "finance"."enterprise" ("facet", "low", "high");`);

    this.addSql(`alter table "finance"."facet" add "is_listing_partial" boolean not null default false;`);

    this.addSql(`create index "facility_facet_low_high_index" on "finance"."facility" ("facet", "low", "high");`);

    this.addSql(`create index "fund_facet_low_high_index" on "finance"."fund" ("facet", "low", "high");`);

    this.addSql(`create index "project_facet_low_high_index" on "finance"."project" ("facet", "low", "high");`);

    this.addSql(`create index "sale_facet_low_high_index" on "finance"."sale" ("facet", "low", "high");`);
    this.addSql(`update "finance"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "finance"."enterprise_facet_low_high_index";`);

    this.addSql(`alter table "finance"."facet" drop column "is_listing_partial";`);

    this.addSql(`drop index "finance"."facility_facet_low_high_index";`);

    this.addSql(`drop index "finance"."fund_facet_low_high_index";`);

    this.addSql(`drop index "finance"."project_facet_low_high_index";`);

    this.addSql(`drop index "finance"."sale_facet_low_high_index";`);
  }
}
