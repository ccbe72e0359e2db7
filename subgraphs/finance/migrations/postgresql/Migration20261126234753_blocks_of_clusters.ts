import { Migration } from '@mikro-orm/migrations';

export class Migration20261126234753_blocks_of_clusters extends Migration {
  override name = 'Migration20261126234753_blocks_of_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "finance"."cluster_tally" add "record" text collate "C" null, add "is_hub" boolean not null default false, add "partials" int not null default 0;`,
    );
    this.addSql(`create index "cluster_tally_record_index" on "finance"."cluster_tally" ("record");`);

    this.addSql(`alter table "finance"."enterprise" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "enterprise_block_index" on "finance"."enterprise" ("block");`);

    this.addSql(`alter table "finance"."facility" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "facility_block_index" on "finance"."facility" ("block");`);

    this.addSql(`alter table "finance"."fund" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "fund_block_index" on "finance"."fund" ("block");`);

    this.addSql(`alter table "finance"."project" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "project_block_index" on "finance"."project" ("block");`);

    this.addSql(`alter table "finance"."sale" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "sale_block_index" on "finance"."sale" ("block");`);

    this.addSql(`update "finance"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "finance"."cluster_tally_record_index";`);
    this.addSql(
      `alter table "finance"."cluster_tally" drop column "record", drop column "is_hub", drop column "partials";`,
    );

    this.addSql(`drop index "finance"."enterprise_block_index";`);
    this.addSql(`alter table "finance"."enterprise" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "finance"."facility_block_index";`);
    this.addSql(`alter table "finance"."facility" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "finance"."fund_block_index";`);
    this.addSql(`alter table "finance"."fund" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "finance"."project_block_index";`);
    this.addSql(`alter table "finance"."project" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "finance"."sale_block_index";`);
    this.addSql(`alter table "finance"."sale" drop column "year_cluster", drop column "block";`);
  }
}
