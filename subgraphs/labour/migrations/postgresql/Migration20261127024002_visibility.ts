import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024002_visibility extends Migration {
  override name = 'Migration20261127024002_visibility';

  override up(): void | Promise<void> {
    this.addSql(`alter table "labour"."dataset" add "visibility" text collate "C" not null default '';`);
    this.addSql(`alter table "labour"."data_version" add "audience" text collate "C" not null default '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "labour"."dataset" drop column "visibility";`);
    this.addSql(`alter table "labour"."data_version" drop column "audience";`);
  }
}
