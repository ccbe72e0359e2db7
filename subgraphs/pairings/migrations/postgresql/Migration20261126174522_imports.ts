import { Migration } from '@mikro-orm/migrations';

export class Migration20261126174522_imports extends Migration {
  override name = 'Migration20261126174522_imports';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "pairings"."import" ("id" text collate "C" not null, "dataset" text collate "C" not null, "title" text collate "C" not null, "kind" text collate "C" not null, "at" text collate "C" not null, "by" text collate "C" null, "digest" text collate "C" null, "rows" int not null, "added" int null, "changed" int null, "removed" int null, primary key ("id"));`,
    );

    this.addSql(
      `create table "pairings"."import_files" ("id" text collate "C" not null, "dataset" text collate "C" not null, "path" text collate "C" not null, "files" text collate "C" null, primary key ("id"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "pairings"."import" cascade;`);
    this.addSql(`drop table if exists "pairings"."import_files" cascade;`);
  }
}
