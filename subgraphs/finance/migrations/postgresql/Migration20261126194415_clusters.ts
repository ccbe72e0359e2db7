import { Migration } from '@mikro-orm/migrations';

export class Migration20261126194415_clusters extends Migration {
  override name = 'Migration20261126194415_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "finance"."cluster_tally" ("cluster" bigint not null, "place" smallint not null, "type" text collate "C" not null, "size" int not null, "exclusion" text collate "C" null, "number" int not null, "low_sum" bigint not null, "open_lows" int not null, "high_sum" bigint not null, "open_highs" int not null, "vague" int not null, "inferred" int not null, primary key ("cluster", "place"));`,
    );
    this.addSql(`create index "cluster_tally_type_index" on "finance"."cluster_tally" ("type");`);

    this.addSql(`drop index "finance"."enterprise_alone_index";`);
    this.addSql(`alter table "finance"."enterprise" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "finance"."enterprise" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "enterprise_cluster_index" on "finance"."enterprise" ("cluster");`);

    this.addSql(`drop index "finance"."facility_alone_index";`);
    this.addSql(`alter table "finance"."facility" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "finance"."facility" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "facility_cluster_index" on "finance"."facility" ("cluster");`);

    this.addSql(`drop index "finance"."fund_alone_index";`);
    this.addSql(`alter table "finance"."fund" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "finance"."fund" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "fund_cluster_index" on "finance"."fund" ("cluster");`);

    this.addSql(`drop index "finance"."project_alone_index";`);
    this.addSql(`alter table "finance"."project" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "finance"."project" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "project_cluster_index" on "finance"."project" ("cluster");`);

    this.addSql(`drop index "finance"."sale_alone_index";`);
    this.addSql(`alter table "finance"."sale" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "finance"."sale" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "sale_cluster_index" on "finance"."sale" ("cluster");`);
    this.addSql(`update "finance"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "finance"."cluster_tally" cascade;`);

    this.addSql(`drop index "finance"."enterprise_cluster_index";`);
    this.addSql(
      `alter table "finance"."enterprise" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "finance"."enterprise" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "enterprise_alone_index" on "finance"."enterprise" ("alone");`);

    this.addSql(`drop index "finance"."facility_cluster_index";`);
    this.addSql(
      `alter table "finance"."facility" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "finance"."facility" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "facility_alone_index" on "finance"."facility" ("alone");`);

    this.addSql(`drop index "finance"."fund_cluster_index";`);
    this.addSql(
      `alter table "finance"."fund" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "finance"."fund" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "fund_alone_index" on "finance"."fund" ("alone");`);

    this.addSql(`drop index "finance"."project_cluster_index";`);
    this.addSql(
      `alter table "finance"."project" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "finance"."project" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "project_alone_index" on "finance"."project" ("alone");`);

    this.addSql(`drop index "finance"."sale_cluster_index";`);
    this.addSql(
      `alter table "finance"."sale" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "finance"."sale" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "sale_alone_index" on "finance"."sale" ("alone");`);
  }
}
