import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165358_facets extends Migration {
  override name = 'Migration20261126165358_facets';

  override up(): void {
    this.addSql(
      `create table "finance"."facet" ("id" bigint not null, "type" text collate "C" not null, "kind" text collate "C" null, "unit" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "bound" text collate "C" null, "rank" text collate "C" not null, "alone" boolean not null, primary key ("id"));`,
    );
    this.addSql(`create index "facet_type_index" on "finance"."facet" ("type");`);
    this.addSql(`alter table "finance"."fund" add "facet" bigint null;`);
    this.addSql(`alter table "finance"."project" add "facet" bigint null;`);
    this.addSql(`alter table "finance"."sale" add "facet" bigint null;`);
    this.addSql(`update "finance"."dataset" set "content" = '';`);
  }

  override down(): void {
    this.addSql(`drop table if exists "finance"."facet" cascade;`);
    this.addSql(`alter table "finance"."fund" drop column "facet";`);
    this.addSql(`alter table "finance"."project" drop column "facet";`);
    this.addSql(`alter table "finance"."sale" drop column "facet";`);
  }
}
