import { Migration } from '@mikro-orm/migrations';

export class Migration20261122023535_data_version extends Migration {
  override name = 'Migration20261122023535_data_version';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`data_version\` (\`id\` integer not null primary key, \`mark\` text not null, \`count\` integer not null);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`data_version\`;`);
  }
}
