import { Migration } from '@mikro-orm/migrations';

export class Migration20261121232339_register extends Migration {
  override name = 'Migration20261121232339_register';

  override up(): void | Promise<void> {
    // The register has these regions and versions from now on; the next import of both data sets brings them back.
    for (const table of ['region_version', 'region', 'region_ref']) {
      this.addSql(`delete from ${table} where dataset = 'articles';`);
    }

    this.addSql(
      `create table \`region_alias\` (\`region\` text not null, \`place\` integer not null, \`dataset\` text not null, \`name\` text not null, primary key (\`region\`, \`place\`));`,
    );

    this.addSql(
      `create table \`search_form\` (\`id\` integer not null primary key autoincrement, \`dataset\` text not null, \`kind\` text not null, \`record\` text not null, \`match\` text not null, \`form\` text not null, \`text\` text not null, \`stem\` text not null, \`grams\` text null, \`weight\` integer not null, \`region\` text null);`,
    );
    this.addSql(`create index \`search_form_text_index\` on \`search_form\` (\`text\`);`);

    this.addSql(
      `create virtual table search_form_index using fts5(grams, content='search_form', content_rowid='id', tokenize='unicode61 remove_diacritics 0', detail='none', columnsize=0);`,
    );
    this.addSql(
      `create trigger search_form_insert after insert on search_form when new.grams is not null begin insert into search_form_index(rowid, grams) values (new.id, new.grams); end;`,
    );
    this.addSql(
      `create trigger search_form_delete after delete on search_form when old.grams is not null begin insert into search_form_index(search_form_index, rowid, grams) values ('delete', old.id, old.grams); end;`,
    );

    this.addSql(`alter table \`region\` add column \`pinyin\` text null;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(
      `create table \`region_version__temp_alter\` (\`id\` text not null primary key, \`dataset\` text not null, \`region_id\` text not null, \`kind\` text not null, \`name\` text not null, \`name_en\` text null, \`code\` text null, \`note\` text null, \`from_date\` date null, \`from_precision\` text not null, \`to_date\` date null, \`to_precision\` text null, \`first_seen_date\` date null, \`first_seen_precision\` text null, \`last_seen_date\` date null, \`last_seen_precision\` text null);`,
    );
    this.addSql(
      `insert into \`region_version__temp_alter\` select \`id\`, \`dataset\`, \`region_id\`, null as \`kind\`, \`name\`, \`name_en\`, \`code\`, \`note\`, \`from_date\`, \`from_precision\`, \`to_date\`, \`to_precision\`, null as \`first_seen_date\`, null as \`first_seen_precision\`, null as \`last_seen_date\`, null as \`last_seen_precision\` from \`region_version\`;`,
    );
    this.addSql(`drop table \`region_version\`;`);
    this.addSql(`alter table \`region_version__temp_alter\` rename to \`region_version\`;`);
    this.addSql(`create index \`region_version_region_id_index\` on \`region_version\` (\`region_id\`);`);
    this.addSql(`create index \`region_version_name_index\` on \`region_version\` (\`name\`);`);
    this.addSql(`create index \`region_version_code_index\` on \`region_version\` (\`code\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    // The regions with the same region above; of a province, the other provinces.
    this.addSql(`create view region_sibling as
      select one.id as region, other.id as sibling from region one
        join region other on other.parent_id = one.parent_id and other.id <> one.id
      union all
      select one.id, other.id from region one
        join region other on other.parent_id is null and other.level = one.level and other.id <> one.id
        where one.parent_id is null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop view if exists region_sibling;`);
    this.addSql(`drop table if exists \`region_alias\`;`);
    this.addSql(`drop table if exists search_form_index;`);
    this.addSql(`drop table if exists \`search_form\`;`);

    this.addSql(`alter table \`region\` drop column \`pinyin\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(
      `create table \`region_version__temp_alter\` (\`id\` TEXT not null primary key, \`dataset\` TEXT not null, \`region_id\` TEXT not null, \`name\` TEXT not null, \`name_en\` TEXT null, \`code\` TEXT null, \`note\` TEXT not null, \`from_date\` date null, \`from_precision\` TEXT not null, \`to_date\` date null, \`to_precision\` TEXT null);`,
    );
    this.addSql(
      `insert into \`region_version__temp_alter\` select \`id\`, \`dataset\`, \`region_id\`, \`name\`, \`name_en\`, \`code\`, \`note\`, \`from_date\`, \`from_precision\`, \`to_date\`, \`to_precision\` from \`region_version\`;`,
    );
    this.addSql(`drop table \`region_version\`;`);
    this.addSql(`alter table \`region_version__temp_alter\` rename to \`region_version\`;`);
    this.addSql(`create index \`region_version_region_id_index\` on \`region_version\` (\`region_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }
}
