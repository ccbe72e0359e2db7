import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165416_facets extends Migration {
  override name = 'Migration20261126165416_facets';

  override up(): void {
    this.addSql(
      `create table "labour"."facet" ("id" bigint not null, "type" text collate "C" not null, "kind" text collate "C" null, "unit" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "bound" text collate "C" null, "rank" text collate "C" not null, "alone" boolean not null, primary key ("id"));`,
    );
    this.addSql(`create index "facet_type_index" on "labour"."facet" ("type");`);
    this.addSql(`alter table "labour"."job_fair" add "facet" bigint null;`);
    this.addSql(`alter table "labour"."job_offer" add "facet" bigint null;`);
    this.addSql(`alter table "labour"."placement" add "facet" bigint null;`);
    this.addSql(`alter table "labour"."station" add "facet" bigint null;`);
    this.addSql(`update "labour"."dataset" set "content" = '';`);
  }

  override down(): void {
    this.addSql(`drop table if exists "labour"."facet" cascade;`);
    this.addSql(`alter table "labour"."job_fair" drop column "facet";`);
    this.addSql(`alter table "labour"."job_offer" drop column "facet";`);
    this.addSql(`alter table "labour"."placement" drop column "facet";`);
    this.addSql(`alter table "labour"."station" drop column "facet";`);
  }
}
