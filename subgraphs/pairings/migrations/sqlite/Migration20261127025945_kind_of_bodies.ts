import { Migration } from '@mikro-orm/migrations';

export class Migration20261127025945_kind_of_bodies extends Migration {
  override name = 'Migration20261127025945_kind_of_bodies';

  override up(): void | Promise<void> {
    this.addSql(`drop view if exists \`region_sibling\`;`);
    this.addSql(`alter table \`organisation_ref\` add column \`kind\` text null;`);
    this.addSql(`create index \`organisation_ref_kind_index\` on \`organisation_ref\` (\`kind\`);`);

    this.addSql(`drop trigger if exists \`search_form_insert\`;`);
    this.addSql(`drop trigger if exists \`search_form_delete\`;`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`organisation_ref_kind_index\`;`);
    this.addSql(`alter table \`organisation_ref\` drop column \`kind\`;`);

    this.addSql(`create trigger \`search_form_insert\` AFTER INSERT on \`search_form\` for each ROW
  when new.grams is not null begin insert into search_form_index(rowid, grams) values (new.id, new.grams); end;`);
    this.addSql(`create trigger \`search_form_delete\` AFTER DELETE on \`search_form\` for each ROW
  when new.grams is not null begin insert into search_form_index(rowid, grams) values (new.id, new.grams); end;`);

    this.addSql(`create view \`region_sibling\` as select one.id as region, other.id as sibling from region one
        join region other on other.parent_id = one.parent_id and other.id <> one.id
      union all
      select one.id, other.id from region one
        join region other on other.parent_id is null and other.level = one.level and other.id <> one.id
        where one.parent_id is null;`);
  }
}
