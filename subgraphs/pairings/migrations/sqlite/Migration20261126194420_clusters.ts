import { Migration } from '@mikro-orm/migrations';

export class Migration20261126194420_clusters extends Migration {
  override name = 'Migration20261126194420_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`cluster_tally\` (\`cluster\` bigint not null, \`place\` integer not null, \`type\` text not null, \`size\` integer not null, \`exclusion\` text null, \`number\` integer not null, \`low_sum\` bigint not null, \`open_lows\` integer not null, \`high_sum\` bigint not null, \`open_highs\` integer not null, \`vague\` integer not null, \`inferred\` integer not null, primary key (\`cluster\`, \`place\`));`,
    );
    this.addSql(`create index \`cluster_tally_type_index\` on \`cluster_tally\` (\`type\`);`);

    this.addSql(`drop index \`coverage_alone_index\`;`);
    this.addSql(`alter table \`coverage\` drop column \`alone\`;`);
    this.addSql(`alter table \`coverage\` drop column \`alike\`;`);
    this.addSql(`alter table \`coverage\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`coverage\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`coverage\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`coverage_cluster_index\` on \`coverage\` (\`cluster\`);`);

    this.addSql(`drop index \`exchange_alone_index\`;`);
    this.addSql(`alter table \`exchange\` drop column \`alone\`;`);
    this.addSql(`alter table \`exchange\` drop column \`alike\`;`);
    this.addSql(`alter table \`exchange\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`exchange\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`exchange\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`exchange_cluster_index\` on \`exchange\` (\`cluster\`);`);

    this.addSql(`drop index \`outcome_alone_index\`;`);
    this.addSql(`alter table \`outcome\` drop column \`alone\`;`);
    this.addSql(`alter table \`outcome\` drop column \`alike\`;`);
    this.addSql(`alter table \`outcome\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`outcome\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`outcome\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`outcome_cluster_index\` on \`outcome\` (\`cluster\`);`);

    this.addSql(`drop index \`provision_alone_index\`;`);
    this.addSql(`alter table \`provision\` drop column \`alone\`;`);
    this.addSql(`alter table \`provision\` drop column \`alike\`;`);
    this.addSql(`alter table \`provision\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`provision\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`provision\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`provision_cluster_index\` on \`provision\` (\`cluster\`);`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`cluster_tally\`;`);

    this.addSql(`drop index \`coverage_cluster_index\`;`);
    this.addSql(`alter table \`coverage\` drop column \`cluster\`;`);
    this.addSql(`alter table \`coverage\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`coverage\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`coverage\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`coverage\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`coverage_alone_index\` on \`coverage\` (\`alone\`);`);

    this.addSql(`drop index \`exchange_cluster_index\`;`);
    this.addSql(`alter table \`exchange\` drop column \`cluster\`;`);
    this.addSql(`alter table \`exchange\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`exchange\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`exchange\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`exchange\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`exchange_alone_index\` on \`exchange\` (\`alone\`);`);

    this.addSql(`drop index \`outcome_cluster_index\`;`);
    this.addSql(`alter table \`outcome\` drop column \`cluster\`;`);
    this.addSql(`alter table \`outcome\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`outcome\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`outcome\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`outcome\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`outcome_alone_index\` on \`outcome\` (\`alone\`);`);

    this.addSql(`drop index \`provision_cluster_index\`;`);
    this.addSql(`alter table \`provision\` drop column \`cluster\`;`);
    this.addSql(`alter table \`provision\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`provision\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`provision\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`provision\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`provision_alone_index\` on \`provision\` (\`alone\`);`);
  }
}
