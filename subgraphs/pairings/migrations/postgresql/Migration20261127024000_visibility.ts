import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024000_visibility extends Migration {
  override name = 'Migration20261127024000_visibility';

  override up(): void | Promise<void> {
    this.addSql(`alter table "pairings"."dataset" add "visibility" text collate "C" not null default '';`);
    this.addSql(`alter table "pairings"."data_version" add "audience" text collate "C" not null default '';`);
    this.addSql(`alter table "pairings"."import" add "visibility" text collate "C" not null default '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "pairings"."dataset" drop column "visibility";`);
    this.addSql(`alter table "pairings"."data_version" drop column "audience";`);
    this.addSql(`alter table "pairings"."import" drop column "visibility";`);
  }
}
