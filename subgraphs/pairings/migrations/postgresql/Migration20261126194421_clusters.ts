import { Migration } from '@mikro-orm/migrations';

export class Migration20261126194421_clusters extends Migration {
  override name = 'Migration20261126194421_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pairings"."cluster_tally" ("cluster" bigint not null, "place" smallint not null, "type" text collate "C" not null, "size" int not null, "exclusion" text collate "C" null, "number" int not null, "low_sum" bigint not null, "open_lows" int not null, "high_sum" bigint not null, "open_highs" int not null, "vague" int not null, "inferred" int not null, primary key ("cluster", "place"));`,
    );
    this.addSql(`create index "cluster_tally_type_index" on "pairings"."cluster_tally" ("type");`);

    this.addSql(`drop index "pairings"."coverage_alone_index";`);
    this.addSql(`alter table "pairings"."coverage" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "pairings"."coverage" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "coverage_cluster_index" on "pairings"."coverage" ("cluster");`);

    this.addSql(`drop index "pairings"."exchange_alone_index";`);
    this.addSql(`alter table "pairings"."exchange" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "pairings"."exchange" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "exchange_cluster_index" on "pairings"."exchange" ("cluster");`);

    this.addSql(`drop index "pairings"."outcome_alone_index";`);
    this.addSql(`alter table "pairings"."outcome" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "pairings"."outcome" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "outcome_cluster_index" on "pairings"."outcome" ("cluster");`);

    this.addSql(`drop index "pairings"."provision_alone_index";`);
    this.addSql(`alter table "pairings"."provision" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "pairings"."provision" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "provision_cluster_index" on "pairings"."provision" ("cluster");`);
    this.addSql(`update "pairings"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pairings"."cluster_tally" cascade;`);

    this.addSql(`drop index "pairings"."coverage_cluster_index";`);
    this.addSql(
      `alter table "pairings"."coverage" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "pairings"."coverage" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "coverage_alone_index" on "pairings"."coverage" ("alone");`);

    this.addSql(`drop index "pairings"."exchange_cluster_index";`);
    this.addSql(
      `alter table "pairings"."exchange" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "pairings"."exchange" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "exchange_alone_index" on "pairings"."exchange" ("alone");`);

    this.addSql(`drop index "pairings"."outcome_cluster_index";`);
    this.addSql(
      `alter table "pairings"."outcome" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "pairings"."outcome" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "outcome_alone_index" on "pairings"."outcome" ("alone");`);

    this.addSql(`drop index "pairings"."provision_cluster_index";`);
    this.addSql(
      `alter table "pairings"."provision" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "pairings"."provision" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "provision_alone_index" on "pairings"."provision" ("alone");`);
  }
}
