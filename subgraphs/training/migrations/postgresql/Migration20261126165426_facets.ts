import { Migration } from '@mikro-orm/migrations';

export class Migration20261126165426_facets extends Migration {
  override name = 'Migration20261126165426_facets';

  override up(): void {
    this.addSql(
      `create table "training"."facet" ("id" bigint not null, "type" text collate "C" not null, "kind" text collate "C" null, "unit" text collate "C" null, "status" text collate "C" not null, "basis" text collate "C" not null, "bound" text collate "C" null, "rank" text collate "C" not null, "alone" boolean not null, primary key ("id"));`,
    );
    this.addSql(`create index "facet_type_index" on "training"."facet" ("type");`);
    this.addSql(`alter table "training"."course" add "facet" bigint null;`);
    this.addSql(`alter table "training"."expert_exchange" add "facet" bigint null;`);
    this.addSql(`alter table "training"."secondment" add "facet" bigint null;`);
    this.addSql(`update "training"."dataset" set "content" = '';`);
  }

  override down(): void {
    this.addSql(`drop table if exists "training"."facet" cascade;`);
    this.addSql(`alter table "training"."course" drop column "facet";`);
    this.addSql(`alter table "training"."expert_exchange" drop column "facet";`);
    this.addSql(`alter table "training"."secondment" drop column "facet";`);
  }
}
