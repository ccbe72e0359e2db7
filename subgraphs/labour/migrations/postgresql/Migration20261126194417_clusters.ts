import { Migration } from '@mikro-orm/migrations';

export class Migration20261126194417_clusters extends Migration {
  override name = 'Migration20261126194417_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "labour"."cluster_tally" ("cluster" bigint not null, "place" smallint not null, "type" text collate "C" not null, "size" int not null, "exclusion" text collate "C" null, "number" int not null, "low_sum" bigint not null, "open_lows" int not null, "high_sum" bigint not null, "open_highs" int not null, "vague" int not null, "inferred" int not null, primary key ("cluster", "place"));`,
    );
    this.addSql(`create index "cluster_tally_type_index" on "labour"."cluster_tally" ("type");`);

    this.addSql(`drop index "labour"."job_fair_alone_index";`);
    this.addSql(`alter table "labour"."job_fair" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "labour"."job_fair" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "job_fair_cluster_index" on "labour"."job_fair" ("cluster");`);

    this.addSql(`drop index "labour"."job_offer_alone_index";`);
    this.addSql(`alter table "labour"."job_offer" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "labour"."job_offer" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "job_offer_cluster_index" on "labour"."job_offer" ("cluster");`);

    this.addSql(`drop index "labour"."placement_alone_index";`);
    this.addSql(`alter table "labour"."placement" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "labour"."placement" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "placement_cluster_index" on "labour"."placement" ("cluster");`);

    this.addSql(`drop index "labour"."station_alone_index";`);
    this.addSql(`alter table "labour"."station" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "labour"."station" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "station_cluster_index" on "labour"."station" ("cluster");`);
    this.addSql(`update "labour"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "labour"."cluster_tally" cascade;`);

    this.addSql(`drop index "labour"."job_fair_cluster_index";`);
    this.addSql(
      `alter table "labour"."job_fair" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "labour"."job_fair" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "job_fair_alone_index" on "labour"."job_fair" ("alone");`);

    this.addSql(`drop index "labour"."job_offer_cluster_index";`);
    this.addSql(
      `alter table "labour"."job_offer" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "labour"."job_offer" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "job_offer_alone_index" on "labour"."job_offer" ("alone");`);

    this.addSql(`drop index "labour"."placement_cluster_index";`);
    this.addSql(
      `alter table "labour"."placement" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "labour"."placement" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "placement_alone_index" on "labour"."placement" ("alone");`);

    this.addSql(`drop index "labour"."station_cluster_index";`);
    this.addSql(
      `alter table "labour"."station" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "labour"."station" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "station_alone_index" on "labour"."station" ("alone");`);
  }
}
