import { join } from 'node:path';

import { defineSubgraph } from '../../platform/subgraph.js';
import { vocabularyEntities, vocabularyImports, vocabularyResolvers } from '../../vocabulary/index.js';
import { createTrainingContext, type TrainingContext } from './context.js';
import { Course } from './course/course.entity.js';
import { courseImport } from './course/course.import.js';
import { CourseRecordResolver, CourseResolver } from './course/course.resolver.js';
import { ExpertExchange } from './expert-exchange/expert-exchange.entity.js';
import { expertExchangeImport } from './expert-exchange/expert-exchange.import.js';
import { ExpertExchangeRecordResolver, ExpertExchangeResolver } from './expert-exchange/expert-exchange.resolver.js';
import { OrganisationExtension, OrganisationExtensionResolver } from './organisation/organisation.extension.js';
import { PairingExtension, PairingExtensionResolver } from './pairing/pairing.extension.js';
import { PairingTotalsResolver } from './pairing/pairing.totals.js';
import { ProgrammeExtension, ProgrammeExtensionResolver } from './programme/programme.extension.js';
import { RegionExtension, RegionExtensionResolver } from './region/region.extension.js';
import { RegionTotalsResolver } from './region/region.totals.js';
import { Secondment } from './secondment/secondment.entity.js';
import { secondmentImport } from './secondment/secondment.import.js';
import { SecondmentRecordResolver, SecondmentResolver } from './secondment/secondment.resolver.js';

/** With which training. */
export const training = defineSubgraph<TrainingContext>({
  name: 'training',
  port: 4004,
  entities: [...vocabularyEntities, Course, Secondment, ExpertExchange],
  migrations: join(import.meta.dirname, 'migrations'),
  resolvers: [
    ...vocabularyResolvers,
    CourseRecordResolver,
    CourseResolver,
    SecondmentRecordResolver,
    SecondmentResolver,
    ExpertExchangeRecordResolver,
    ExpertExchangeResolver,
    PairingExtensionResolver,
    PairingTotalsResolver,
    RegionExtensionResolver,
    RegionTotalsResolver,
    ProgrammeExtensionResolver,
    OrganisationExtensionResolver,
  ],
  types: [RegionExtension, OrganisationExtension, ProgrammeExtension],
  owned: {
    Course: (id, { courses }) => courses.byId(id),
    Secondment: (id, { secondments }) => secondments.byId(id),
    ExpertExchange: (id, { expertExchanges }) => expertExchanges.byId(id),
  },
  extended: ['Pairing', 'Region', 'Organisation', 'Programme'],
  inPlaceOfStubs: { Pairing: PairingExtension, Region: RegionExtension },
  imports: [...vocabularyImports, courseImport, secondmentImport, expertExchangeImport],
  createContext: createTrainingContext,
});
