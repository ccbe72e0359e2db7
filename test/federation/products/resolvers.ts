import { Arg, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

import { deprecatedProduct, products } from './data.js';
import { Inventory } from './inventory.js';
import { DeprecatedProduct, Product } from './product.js';
import { User } from './user.js';

/** What can be asked for. */
@Resolver()
export class ProductResolver {
  @Query(() => Product, { nullable: true })
  product(@Arg('id', () => ID) id: string): Product | null {
    return products.find((product) => product.id === id) ?? null;
  }

  @Query(() => DeprecatedProduct, { nullable: true, deprecationReason: 'Use product query instead' })
  deprecatedProduct(
    @Arg('sku', () => String) sku: string,
    @Arg('package', () => String) name: string,
  ): DeprecatedProduct | null {
    return sku === deprecatedProduct.sku && name === deprecatedProduct.package ? deprecatedProduct : null;
  }
}

/** What is computed from fields of a user that another subgraph knows. */
@Resolver(() => User)
export class UserResolver {
  @Directive('@requires(fields: "totalProductsCreated yearsOfEmployment")')
  @FieldResolver(() => Int, { nullable: true })
  averageProductsCreatedPerYear(@Root() { totalProductsCreated, yearsOfEmployment }: User): number | null {
    return totalProductsCreated === null ? null : Math.round(totalProductsCreated / yearsOfEmployment);
  }
}

/** What is added to every inventory. */
@Resolver(() => Inventory)
export class InventoryResolver {
  @FieldResolver(() => [DeprecatedProduct])
  deprecatedProducts(@Root() { id }: Inventory): readonly DeprecatedProduct[] {
    return id === 'apollo-oss' ? [deprecatedProduct] : [];
  }
}
