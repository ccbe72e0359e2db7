import { Migration } from '@mikro-orm/migrations';

export class Migration20261121232339_register extends Migration {
  override name = 'Migration20261121232339_register';

  override up(): void | Promise<void> {
    // The register has these regions from now on; the next import of both data sets brings them back.
    this.addSql(`delete from "training".region_ref where dataset = 'articles';`);
  }

  override down(): void | Promise<void> {
    // What was deleted comes with an import.
  }
}
