import { Migration } from '@mikro-orm/migrations';

export class Migration20261122023536_data_version extends Migration {
  override name = 'Migration20261122023536_data_version';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "labour"."data_version" ("id" int not null, "mark" text collate "C" not null, "count" int not null, primary key ("id"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "labour"."data_version" cascade;`);
  }
}
