import { Migration } from '@mikro-orm/migrations';

export class Migration20261126211853_facet_sums extends Migration {
  override name = 'Migration20261126211853_facet_sums';

  override up(): void | Promise<void> {
    this.addSql(`create index "coverage_facet_low_high_index" on "pairings"."coverage" ("facet", "low", "high");`);

    this.addSql(`create index "exchange_facet_low_high_index" on "pairings"."exchange" ("facet", "low", "high");`);

    this.addSql(`alter table "pairings"."facet" add "is_listing_partial" boolean not null default false;`);

    this.addSql(`create index "outcome_facet_low_high_index" on "pairings"."outcome" ("facet", "low", "high");`);

    this.addSql(`create index "provision_facet_low_high_index" on "pairings"."provision" ("facet", "low", "high");`);
    this.addSql(`update "pairings"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "pairings"."coverage_facet_low_high_index";`);

    this.addSql(`drop index "pairings"."exchange_facet_low_high_index";`);

    this.addSql(`alter table "pairings"."facet" drop column "is_listing_partial";`);

    this.addSql(`drop index "pairings"."outcome_facet_low_high_index";`);

    this.addSql(`drop index "pairings"."provision_facet_low_high_index";`);
  }
}
