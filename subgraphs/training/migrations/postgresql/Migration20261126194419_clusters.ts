import { Migration } from '@mikro-orm/migrations';

export class Migration20261126194419_clusters extends Migration {
  override name = 'Migration20261126194419_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "training"."cluster_tally" ("cluster" bigint not null, "place" smallint not null, "type" text collate "C" not null, "size" int not null, "exclusion" text collate "C" null, "number" int not null, "low_sum" bigint not null, "open_lows" int not null, "high_sum" bigint not null, "open_highs" int not null, "vague" int not null, "inferred" int not null, primary key ("cluster", "place"));`,
    );
    this.addSql(`create index "cluster_tally_type_index" on "training"."cluster_tally" ("type");`);

    this.addSql(`drop index "training"."course_alone_index";`);
    this.addSql(`alter table "training"."course" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "training"."course" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "course_cluster_index" on "training"."course" ("cluster");`);

    this.addSql(`drop index "training"."expert_exchange_alone_index";`);
    this.addSql(`alter table "training"."expert_exchange" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "training"."expert_exchange" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "expert_exchange_cluster_index" on "training"."expert_exchange" ("cluster");`);

    this.addSql(`drop index "training"."secondment_alone_index";`);
    this.addSql(`alter table "training"."secondment" drop column "alone", drop column "alike";`);
    this.addSql(
      `alter table "training"."secondment" add "cluster" bigint null, add "exclusion" text collate "C" null, add "excluded_by" text collate "C" null;`,
    );
    this.addSql(`create index "secondment_cluster_index" on "training"."secondment" ("cluster");`);
    this.addSql(`update "training"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "training"."cluster_tally" cascade;`);

    this.addSql(`drop index "training"."course_cluster_index";`);
    this.addSql(
      `alter table "training"."course" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "training"."course" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "course_alone_index" on "training"."course" ("alone");`);

    this.addSql(`drop index "training"."expert_exchange_cluster_index";`);
    this.addSql(
      `alter table "training"."expert_exchange" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "training"."expert_exchange" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "expert_exchange_alone_index" on "training"."expert_exchange" ("alone");`);

    this.addSql(`drop index "training"."secondment_cluster_index";`);
    this.addSql(
      `alter table "training"."secondment" drop column "cluster", drop column "exclusion", drop column "excluded_by";`,
    );
    this.addSql(
      `alter table "training"."secondment" add "alone" bool not null default true, add "alike" bool not null default false;`,
    );
    this.addSql(`create index "secondment_alone_index" on "training"."secondment" ("alone");`);
  }
}
