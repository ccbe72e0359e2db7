import { Migration } from '@mikro-orm/migrations';

export class Migration20261126234748_blocks_of_clusters extends Migration {
  override name = 'Migration20261126234748_blocks_of_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "pairings"."cluster_tally" add "record" text collate "C" null, add "is_hub" boolean not null default false, add "partials" int not null default 0;`,
    );
    this.addSql(`create index "cluster_tally_record_index" on "pairings"."cluster_tally" ("record");`);

    this.addSql(`alter table "pairings"."coverage" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "coverage_block_index" on "pairings"."coverage" ("block");`);

    this.addSql(`alter table "pairings"."exchange" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "exchange_block_index" on "pairings"."exchange" ("block");`);

    this.addSql(`alter table "pairings"."outcome" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "outcome_block_index" on "pairings"."outcome" ("block");`);

    this.addSql(`alter table "pairings"."provision" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "provision_block_index" on "pairings"."provision" ("block");`);

    this.addSql(`update "pairings"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "pairings"."cluster_tally_record_index";`);
    this.addSql(
      `alter table "pairings"."cluster_tally" drop column "record", drop column "is_hub", drop column "partials";`,
    );

    this.addSql(`drop index "pairings"."coverage_block_index";`);
    this.addSql(`alter table "pairings"."coverage" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "pairings"."exchange_block_index";`);
    this.addSql(`alter table "pairings"."exchange" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "pairings"."outcome_block_index";`);
    this.addSql(`alter table "pairings"."outcome" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "pairings"."provision_block_index";`);
    this.addSql(`alter table "pairings"."provision" drop column "year_cluster", drop column "block";`);
  }
}
