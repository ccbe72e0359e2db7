import type { DeprecatedProduct, Product, ProductResearch } from './product.js';
import type { User } from './user.js';

/** The one user that the suite asks for. */
export const user: User = {
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
};

const dimensions = { size: 'small', weight: 1, unit: 'kg' };

const federationStudy: ProductResearch = {
  study: { caseNumber: '1234', description: 'Federation Study' },
  outcome: null,
};
const studioStudy: ProductResearch = { study: { caseNumber: '1235', description: 'Studio Study' }, outcome: null };

/** The studies of all products. */
export const research: readonly ProductResearch[] = [federationStudy, studioStudy];

/** The products that the suite asks for. */
export const products: readonly Product[] = [
  {
    id: 'apollo-federation',
    sku: 'federation',
    package: '@apollo/federation',
    variation: { id: 'OSS' },
    dimensions,
    createdBy: user,
    notes: null,
    research: [federationStudy],
  },
  {
    id: 'apollo-studio',
    sku: 'studio',
    package: '',
    variation: { id: 'platform' },
    dimensions,
    createdBy: user,
    notes: null,
    research: [studioStudy],
  },
];

/** What the inventory `apollo-oss` still has of old products. */
export const deprecatedProduct: DeprecatedProduct = {
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: user,
};
