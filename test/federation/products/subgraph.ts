import 'reflect-metadata';

import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';

import { deprecatedProduct, products, research, user } from './data.js';
import { Inventory } from './inventory.js';
import { ProductResearch, type DeprecatedProduct, type Product } from './product.js';
import { InventoryResolver, ProductResolver, UserResolver } from './resolvers.js';
import type { User } from './user.js';

const head = `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.3"
      import: [
        "@composeDirective", "@external", "@inaccessible", "@interfaceObject", "@key", "@override", "@provides",
        "@requires", "@shareable", "@tag"
      ]
    )
    @link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])
    @composeDirective(name: "@custom")

  directive @custom on OBJECT
`;

/** How each type is found by any of its keys. What another subgraph sends of a user beside its key stands. */
const references = {
  Product: ({ id, sku, package: name, variation }: Partial<Product>) =>
    products.find((product) =>
      id !== undefined
        ? product.id === id
        : product.sku === sku && (product.package === name || product.variation?.id === variation?.id),
    ),
  DeprecatedProduct: ({ sku, package: name }: DeprecatedProduct) =>
    sku === deprecatedProduct.sku && name === deprecatedProduct.package ? deprecatedProduct : null,
  ProductResearch: ({ study }: ProductResearch) =>
    research.find((each) => each.study.caseNumber === study.caseNumber) ?? null,
  User: (sent: User) => (sent.email === user.email ? Object.assign({}, user, sent) : null),
  Inventory: ({ id }: Inventory) => ({ id }),
};

/** The subgraph that the compatibility suite asks for, made as our own are: from TypeGraphQL classes. */
export function buildProducts(): { readonly schema: GraphQLSchema; readonly sdl: string } {
  const built = buildSchemaSync({
    resolvers: [ProductResolver, UserResolver, InventoryResolver],
    orphanedTypes: [ProductResearch, Inventory],
    validate: false,
    skipCheck: true,
  });
  const sdl = `${head}\n${printSchemaWithDirectives(built)}`;
  const resolvers: Record<string, unknown> = createResolversMap(built);
  for (const [typename, reference] of Object.entries(references)) {
    resolvers[typename] = { ...(resolvers[typename] as object | undefined), __resolveReference: reference };
  }
  return { schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }), sdl };
}
