import { Migration } from '@mikro-orm/migrations';

export class Migration20261126194414_clusters extends Migration {
  override name = 'Migration20261126194414_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`cluster_tally\` (\`cluster\` bigint not null, \`place\` integer not null, \`type\` text not null, \`size\` integer not null, \`exclusion\` text null, \`number\` integer not null, \`low_sum\` bigint not null, \`open_lows\` integer not null, \`high_sum\` bigint not null, \`open_highs\` integer not null, \`vague\` integer not null, \`inferred\` integer not null, primary key (\`cluster\`, \`place\`));`,
    );
    this.addSql(`create index \`cluster_tally_type_index\` on \`cluster_tally\` (\`type\`);`);

    this.addSql(`drop index \`enterprise_alone_index\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`alone\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`alike\`;`);
    this.addSql(`alter table \`enterprise\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`enterprise\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`enterprise\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`enterprise_cluster_index\` on \`enterprise\` (\`cluster\`);`);

    this.addSql(`drop index \`facility_alone_index\`;`);
    this.addSql(`alter table \`facility\` drop column \`alone\`;`);
    this.addSql(`alter table \`facility\` drop column \`alike\`;`);
    this.addSql(`alter table \`facility\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`facility\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`facility\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`facility_cluster_index\` on \`facility\` (\`cluster\`);`);

    this.addSql(`drop index \`fund_alone_index\`;`);
    this.addSql(`alter table \`fund\` drop column \`alone\`;`);
    this.addSql(`alter table \`fund\` drop column \`alike\`;`);
    this.addSql(`alter table \`fund\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`fund\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`fund\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`fund_cluster_index\` on \`fund\` (\`cluster\`);`);

    this.addSql(`drop index \`project_alone_index\`;`);
    this.addSql(`alter table \`project\` drop column \`alone\`;`);
    this.addSql(`alter table \`project\` drop column \`alike\`;`);
    this.addSql(`alter table \`project\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`project\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`project\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`project_cluster_index\` on \`project\` (\`cluster\`);`);

    this.addSql(`drop index \`sale_alone_index\`;`);
    this.addSql(`alter table \`sale\` drop column \`alone\`;`);
    this.addSql(`alter table \`sale\` drop column \`alike\`;`);
    this.addSql(`alter table \`sale\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`sale\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`sale\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`sale_cluster_index\` on \`sale\` (\`cluster\`);`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`cluster_tally\`;`);

    this.addSql(`drop index \`enterprise_cluster_index\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`cluster\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`enterprise\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`enterprise\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`enterprise\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`enterprise_alone_index\` on \`enterprise\` (\`alone\`);`);

    this.addSql(`drop index \`facility_cluster_index\`;`);
    this.addSql(`alter table \`facility\` drop column \`cluster\`;`);
    this.addSql(`alter table \`facility\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`facility\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`facility\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`facility\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`facility_alone_index\` on \`facility\` (\`alone\`);`);

    this.addSql(`drop index \`fund_cluster_index\`;`);
    this.addSql(`alter table \`fund\` drop column \`cluster\`;`);
    this.addSql(`alter table \`fund\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`fund\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`fund\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`fund\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`fund_alone_index\` on \`fund\` (\`alone\`);`);

    this.addSql(`drop index \`project_cluster_index\`;`);
    this.addSql(`alter table \`project\` drop column \`cluster\`;`);
    this.addSql(`alter table \`project\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`project\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`project\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`project\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`project_alone_index\` on \`project\` (\`alone\`);`);

    this.addSql(`drop index \`sale_cluster_index\`;`);
    this.addSql(`alter table \`sale\` drop column \`cluster\`;`);
    this.addSql(`alter table \`sale\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`sale\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`sale\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`sale\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`sale_alone_index\` on \`sale\` (\`alone\`);`);
  }
}
