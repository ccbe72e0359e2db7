import { Migration } from '@mikro-orm/migrations';

export class Migration20261126131821_document_ref extends Migration {
  override name = 'Migration20261126131821_document_ref';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`document_ref\` (\`id\` text not null primary key, \`kind\` text not null, \`title\` text not null, \`title_en\` text null, \`number\` text null, \`issue\` text null, \`url\` text null, \`published_date\` date null, \`published_precision\` text null, \`dataset\` text not null, \`publishers\` text not null);`,
    );

    // The copies come with an import: each data set is to be imported again, also with the same content.
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`document_ref\`;`);
  }
}
