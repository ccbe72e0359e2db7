import { Migration } from '@mikro-orm/migrations';

export class Migration20261126234758_blocks_of_clusters extends Migration {
  override name = 'Migration20261126234758_blocks_of_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "labour"."cluster_tally" add "record" text collate "C" null, add "is_hub" boolean not null default false, add "partials" int not null default 0;`,
    );
    this.addSql(`create index "cluster_tally_record_index" on "labour"."cluster_tally" ("record");`);

    this.addSql(`alter table "labour"."job_fair" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "job_fair_block_index" on "labour"."job_fair" ("block");`);

    this.addSql(`alter table "labour"."job_offer" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "job_offer_block_index" on "labour"."job_offer" ("block");`);

    this.addSql(`alter table "labour"."placement" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "placement_block_index" on "labour"."placement" ("block");`);

    this.addSql(`alter table "labour"."station" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "station_block_index" on "labour"."station" ("block");`);

    this.addSql(`update "labour"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "labour"."cluster_tally_record_index";`);
    this.addSql(
      `alter table "labour"."cluster_tally" drop column "record", drop column "is_hub", drop column "partials";`,
    );

    this.addSql(`drop index "labour"."job_fair_block_index";`);
    this.addSql(`alter table "labour"."job_fair" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "labour"."job_offer_block_index";`);
    this.addSql(`alter table "labour"."job_offer" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "labour"."placement_block_index";`);
    this.addSql(`alter table "labour"."placement" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "labour"."station_block_index";`);
    this.addSql(`alter table "labour"."station" drop column "year_cluster", drop column "block";`);
  }
}
