import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';

import { User } from './user.js';

/** The edition of a product. */
@ObjectType()
class ProductVariation {
  @Field(() => ID)
  readonly id!: string;
}

/** How large and heavy a product is; another subgraph may resolve it too. */
@Directive('@shareable')
@ObjectType()
class ProductDimension {
  @Field(() => String, { nullable: true })
  readonly size!: string | null;

  @Field(() => Float, { nullable: true })
  readonly weight!: number | null;

  @Directive('@inaccessible')
  @Field(() => String, { nullable: true })
  readonly unit!: string | null;
}

/** A study of a product. */
@ObjectType()
class CaseStudy {
  @Field(() => ID)
  readonly caseNumber!: string;

  @Field(() => String, { nullable: true })
  readonly description!: string | null;
}

/** What a study found. */
@Directive('@key(fields: "study { caseNumber }")')
@ObjectType()
export class ProductResearch {
  @Field(() => CaseStudy)
  readonly study!: CaseStudy;

  @Field(() => String, { nullable: true })
  readonly outcome!: string | null;
}

/** A product, found by any of three keys. */
@Directive('@custom')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "sku package")')
@Directive('@key(fields: "sku variation { id }")')
@ObjectType()
export class Product {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { nullable: true })
  readonly sku!: string | null;

  @Field(() => String, { nullable: true })
  readonly package!: string | null;

  @Field(() => ProductVariation, { nullable: true })
  readonly variation!: ProductVariation | null;

  @Field(() => ProductDimension, { nullable: true })
  readonly dimensions!: ProductDimension | null;

  @Directive('@provides(fields: "totalProductsCreated")')
  @Field(() => User, { nullable: true })
  readonly createdBy!: User | null;

  @Directive('@tag(name: "internal")')
  @Field(() => String, { nullable: true })
  readonly notes!: string | null;

  @Field(() => [ProductResearch])
  readonly research!: readonly ProductResearch[];
}

/** A product that is no longer made. */
@Directive('@key(fields: "sku package")')
@ObjectType()
export class DeprecatedProduct {
  @Field(() => String)
  readonly sku!: string;

  @Field(() => String)
  readonly package!: string;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => User, { nullable: true })
  readonly createdBy!: User | null;
}
