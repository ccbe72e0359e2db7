import { Migration } from '@mikro-orm/migrations';

export class Migration20261126211842_facet_sums extends Migration {
  override name = 'Migration20261126211842_facet_sums';

  override up(): void | Promise<void> {
    this.addSql(`create index "course_facet_low_high_index" on "training"."course" ("facet", "low", "high");`);

    this.addSql(
      `create index "expert_exchange_facet_low_high_index" on "training"."expert_exchange" ("facet", "low", "high");`,
    );

    this.addSql(`alter table "training"."facet" add "is_listing_partial" boolean not null default false;`);

    this.addSql(`create index "secondment_facet_low_high_index" on "training"."secondment" ("facet", "low", "high");`);
    this.addSql(`update "training"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "training"."course_facet_low_high_index";`);

    this.addSql(`drop index "training"."expert_exchange_facet_low_high_index";`);

    this.addSql(`alter table "training"."facet" drop column "is_listing_partial";`);

    this.addSql(`drop index "training"."secondment_facet_low_high_index";`);
  }
}
