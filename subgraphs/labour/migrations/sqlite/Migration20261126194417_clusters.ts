import { Migration } from '@mikro-orm/migrations';

export class Migration20261126194417_clusters extends Migration {
  override name = 'Migration20261126194417_clusters';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`cluster_tally\` (\`cluster\` bigint not null, \`place\` integer not null, \`type\` text not null, \`size\` integer not null, \`exclusion\` text null, \`number\` integer not null, \`low_sum\` bigint not null, \`open_lows\` integer not null, \`high_sum\` bigint not null, \`open_highs\` integer not null, \`vague\` integer not null, \`inferred\` integer not null, primary key (\`cluster\`, \`place\`));`,
    );
    this.addSql(`create index \`cluster_tally_type_index\` on \`cluster_tally\` (\`type\`);`);

    this.addSql(`drop index \`job_fair_alone_index\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`alone\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`alike\`;`);
    this.addSql(`alter table \`job_fair\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`job_fair\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`job_fair\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`job_fair_cluster_index\` on \`job_fair\` (\`cluster\`);`);

    this.addSql(`drop index \`job_offer_alone_index\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`alone\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`alike\`;`);
    this.addSql(`alter table \`job_offer\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`job_offer\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`job_offer\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`job_offer_cluster_index\` on \`job_offer\` (\`cluster\`);`);

    this.addSql(`drop index \`placement_alone_index\`;`);
    this.addSql(`alter table \`placement\` drop column \`alone\`;`);
    this.addSql(`alter table \`placement\` drop column \`alike\`;`);
    this.addSql(`alter table \`placement\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`placement\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`placement\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`placement_cluster_index\` on \`placement\` (\`cluster\`);`);

    this.addSql(`drop index \`station_alone_index\`;`);
    this.addSql(`alter table \`station\` drop column \`alone\`;`);
    this.addSql(`alter table \`station\` drop column \`alike\`;`);
    this.addSql(`alter table \`station\` add column \`cluster\` bigint null;`);
    this.addSql(`alter table \`station\` add column \`exclusion\` text null;`);
    this.addSql(`alter table \`station\` add column \`excluded_by\` text null;`);
    this.addSql(`create index \`station_cluster_index\` on \`station\` (\`cluster\`);`);
    this.addSql(`update \`dataset\` set \`content\` = '';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`cluster_tally\`;`);

    this.addSql(`drop index \`job_fair_cluster_index\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`cluster\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`job_fair\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`job_fair\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`job_fair\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`job_fair_alone_index\` on \`job_fair\` (\`alone\`);`);

    this.addSql(`drop index \`job_offer_cluster_index\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`cluster\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`job_offer\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`job_offer\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`job_offer\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`job_offer_alone_index\` on \`job_offer\` (\`alone\`);`);

    this.addSql(`drop index \`placement_cluster_index\`;`);
    this.addSql(`alter table \`placement\` drop column \`cluster\`;`);
    this.addSql(`alter table \`placement\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`placement\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`placement\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`placement\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`placement_alone_index\` on \`placement\` (\`alone\`);`);

    this.addSql(`drop index \`station_cluster_index\`;`);
    this.addSql(`alter table \`station\` drop column \`cluster\`;`);
    this.addSql(`alter table \`station\` drop column \`exclusion\`;`);
    this.addSql(`alter table \`station\` drop column \`excluded_by\`;`);
    this.addSql(`alter table \`station\` add column \`alone\` INTEGER not null default true;`);
    this.addSql(`alter table \`station\` add column \`alike\` INTEGER not null default false;`);
    this.addSql(`create index \`station_alone_index\` on \`station\` (\`alone\`);`);
  }
}
