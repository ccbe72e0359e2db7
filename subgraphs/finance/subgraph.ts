import { join } from 'node:path';

import { defineSubgraph } from '../../platform/subgraph.js';
import { vocabularyEntities, vocabularyImports, vocabularyResolvers } from '../../vocabulary/index.js';
import { createFinanceContext, type FinanceContext } from './context.js';
import { Fund } from './fund/fund.entity.js';
import { fundImport } from './fund/fund.import.js';
import { FundRecordResolver, FundResolver } from './fund/fund.resolver.js';
import { OrganisationExtension, OrganisationExtensionResolver } from './organisation/organisation.extension.js';
import { PairingExtension, PairingExtensionResolver } from './pairing/pairing.extension.js';
import { PairingTotalsResolver } from './pairing/pairing.totals.js';
import { ProgrammeExtension, ProgrammeExtensionResolver } from './programme/programme.extension.js';
import { Project } from './project/project.entity.js';
import { projectImport } from './project/project.import.js';
import { ProjectRecordResolver, ProjectResolver } from './project/project.resolver.js';
import { RegionExtension, RegionExtensionResolver } from './region/region.extension.js';
import { RegionTotalsResolver } from './region/region.totals.js';
import { Sale } from './sale/sale.entity.js';
import { saleImport } from './sale/sale.import.js';
import { SaleRecordResolver, SaleResolver } from './sale/sale.resolver.js';

/** With what money. */
export const finance = defineSubgraph<FinanceContext>({
  name: 'finance',
  port: 4002,
  entities: [...vocabularyEntities, Fund, Project, Sale],
  migrations: join(import.meta.dirname, 'migrations'),
  resolvers: [
    ...vocabularyResolvers,
    FundRecordResolver,
    FundResolver,
    ProjectRecordResolver,
    ProjectResolver,
    SaleRecordResolver,
    SaleResolver,
    PairingExtensionResolver,
    PairingTotalsResolver,
    RegionExtensionResolver,
    RegionTotalsResolver,
    ProgrammeExtensionResolver,
    OrganisationExtensionResolver,
  ],
  types: [RegionExtension, OrganisationExtension, ProgrammeExtension],
  owned: {
    Fund: (id, { funds }) => funds.byId(id),
    Project: (id, { projects }) => projects.byId(id),
    Sale: (id, { sales }) => sales.byId(id),
  },
  extended: ['Pairing', 'Region', 'Organisation', 'Programme'],
  inPlaceOfStubs: { Pairing: PairingExtension, Region: RegionExtension },
  imports: [...vocabularyImports, fundImport, projectImport, saleImport],
  createContext: createFinanceContext,
});
