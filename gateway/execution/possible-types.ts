import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** The names of the types whose objects are of a type, by its name. */
export class PossibleTypes {
  private readonly known = new Map<string, ReadonlySet<string>>();

  /** A supergraph has types that its API has not. */
  constructor(private readonly supergraph: GraphQLSchema) {}

  of(name: string): ReadonlySet<string> {
    let names = this.known.get(name);
    if (!names) {
      names = new Set([name, ...this.below(name)]);
      this.known.set(name, names);
    }
    return names;
  }

  private below(name: string): string[] {
    const type = this.supergraph.getType(name);
    if (!isAbstractType(type)) {
      return [];
    }
    return Object.values(this.supergraph.getTypeMap())
      .filter((each) => (isObjectType(each) || isInterfaceType(each)) && this.supergraph.isSubType(type, each))
      .map((each) => each.name);
  }
}
