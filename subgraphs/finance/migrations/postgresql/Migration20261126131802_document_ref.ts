import { Migration } from '@mikro-orm/migrations';

export class Migration20261126131802_document_ref extends Migration {
  override name = 'Migration20261126131802_document_ref';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "finance"."document_ref" ("id" text collate "C" not null, "kind" text collate "C" not null, "title" text collate "C" not null, "title_en" text collate "C" null, "number" text collate "C" null, "issue" text collate "C" null, "url" text collate "C" null, "published_date" date null, "published_precision" text collate "C" null, "dataset" text collate "C" not null, "publishers" text collate "C" not null, primary key ("id"));`,
    );

    // The copies come with an import: each data set is to be imported again, also with the same content.
    this.addSql(`update "finance"."dataset" set "content" = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "finance"."document_ref" cascade;`);
  }
}
