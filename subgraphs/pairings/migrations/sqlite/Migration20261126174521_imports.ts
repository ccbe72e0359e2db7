import { Migration } from '@mikro-orm/migrations';

export class Migration20261126174521_imports extends Migration {
  override name = 'Migration20261126174521_imports';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`import\` (\`id\` text not null primary key, \`dataset\` text not null, \`title\` text not null, \`kind\` text not null, \`at\` text not null, \`by\` text null, \`digest\` text null, \`rows\` integer not null, \`added\` integer null, \`changed\` integer null, \`removed\` integer null);`,
    );

    this.addSql(
      `create table \`import_files\` (\`id\` text not null primary key, \`dataset\` text not null, \`path\` text not null, \`files\` text null);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`import\`;`);
    this.addSql(`drop table if exists \`import_files\`;`);
  }
}
