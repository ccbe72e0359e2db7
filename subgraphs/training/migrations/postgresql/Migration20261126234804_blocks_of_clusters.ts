import { Migration } from '@mikro-orm/migrations';

export class Migration20261126234804_blocks_of_clusters extends Migration {
  override name = 'Migration20261126234804_blocks_of_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "training"."cluster_tally" add "record" text collate "C" null, add "is_hub" boolean not null default false, add "partials" int not null default 0;`,
    );
    this.addSql(`create index "cluster_tally_record_index" on "training"."cluster_tally" ("record");`);

    this.addSql(`alter table "training"."course" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "course_block_index" on "training"."course" ("block");`);

    this.addSql(`alter table "training"."expert_exchange" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "expert_exchange_block_index" on "training"."expert_exchange" ("block");`);

    this.addSql(`alter table "training"."secondment" add "year_cluster" bigint null, add "block" bigint null;`);
    this.addSql(`create index "secondment_block_index" on "training"."secondment" ("block");`);

    this.addSql(`update "training"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "training"."cluster_tally_record_index";`);
    this.addSql(
      `alter table "training"."cluster_tally" drop column "record", drop column "is_hub", drop column "partials";`,
    );

    this.addSql(`drop index "training"."course_block_index";`);
    this.addSql(`alter table "training"."course" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "training"."expert_exchange_block_index";`);
    this.addSql(`alter table "training"."expert_exchange" drop column "year_cluster", drop column "block";`);

    this.addSql(`drop index "training"."secondment_block_index";`);
    this.addSql(`alter table "training"."secondment" drop column "year_cluster", drop column "block";`);
  }
}
