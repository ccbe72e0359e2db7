import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165350_facets extends Migration {
  override name = 'Migration20261126165350_facets';

  override up(): void {
    this.addSql(
      `create table "pairings"."facet" ("id" bigint not null, "type" text collate "C" not null, "kind" text collate "C" null, "unit" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "bound" text collate "C" null, "rank" text collate "C" not null, "alone" boolean not null, primary key ("id"));`,
    );
    this.addSql(`create index "facet_type_index" on "pairings"."facet" ("type");`);
    this.addSql(`alter table "pairings"."exchange" add "facet" bigint null;`);
    this.addSql(`alter table "pairings"."outcome" add "facet" bigint null;`);
    this.addSql(`alter table "pairings"."provision" add "facet" bigint null;`);
    this.addSql(`update "pairings"."dataset" set "content" = '';`);
  }

  override down(): void {
    this.addSql(`drop table if exists "pairings"."facet" cascade;`);
    this.addSql(`alter table "pairings"."exchange" drop column "facet";`);
    this.addSql(`alter table "pairings"."outcome" drop column "facet";`);
    this.addSql(`alter table "pairings"."provision" drop column "facet";`);
  }
}
