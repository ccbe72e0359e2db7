import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  parse,
  print,
  validate,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

import { measureDocument } from '../../../gateway/limits/measure.js';
import { literalOf } from '../mutations/literals.js';
import type { Random } from '../mutations/random.js';
import { uniqueAliases } from './unique-aliases.js';

/** A query and values of its variables. */
export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Fields that a query may have, without `__typename`, and with all fragments expanded. */
const mostFields = 40;

/** Aliases that a query may have which has one for each field. */
const mostAliases = 50;

/** Names that plans need for fields of their own, that the gateway gives, or that objects of JavaScript have. */
const oddAliases = [
  'id',
  'id',
  'code',
  'name',
  'level',
  '__typename',
  '__a0',
  '__a1',
  'id__alias_0',
  '__proto__',
  'then',
];

/** The values of the variables of conditions. */
const conditions = { yes: true, no: false };

/**
 * A valid query that the seed decides: fields of all kinds with arguments that most often are right, aliases that are the
 * names of other fields, fragments on types and interfaces, and conditions.
 */
export function randomQuery(schema: GraphQLSchema, random: Random): RandomQuery {
  for (;;) {
    const text = new QueryWriter(schema, random).write();
    const document = parse(text, { noLocation: true });
    const { aliases } = measureDocument(parse(uniqueAliases(text).query, { noLocation: true }));
    if (aliases <= mostAliases && validate(schema, document).length === 0) {
      return { query: print(document), variables: text.includes('$') ? conditions : {} };
    }
  }
}

/** The fields of an object of the answer, by the names that they have there. */
type Scope = Map<string, { readonly asked: string; readonly below: Scope }>;

class QueryWriter {
  private readonly fragments: {
    readonly on: GraphQLCompositeType;
    readonly scope: Scope;
    readonly text: string;
    readonly fields: number;
  }[] = [];
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
  ) {}

  write(): string {
    const selection = this.selectionSet(this.schema.getQueryType() as GraphQLCompositeType, 5, new Map());
    const fragments = this.fragments.map(({ on, text }, place) => `fragment F${place} on ${on.name} ${text}`);
    const used = fragments.filter((_, place) =>
      new RegExp(`\\.\\.\\.F${place}\\b`).test([selection, ...fragments].join(' ')),
    );
    const all = [selection, ...used].join('\n');
    const variables = Object.keys(conditions).filter((name) => all.includes(`$${name}`));
    return `query ${variables.length > 0 ? `(${variables.map((name) => `$${name}: Boolean!`).join(', ')})` : ''} ${all}`;
  }

  private selectionSet(type: GraphQLCompositeType, levels: number, scope: Scope): string {
    const size = 1 + this.random.below(levels > 3 ? 3 : 5);
    const selections = Array.from({ length: size }, () => this.selection(type, levels, scope)).filter(
      (text) => text !== '',
    );
    return `{ ${selections.length === 0 ? '__typename' : selections.join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, levels: number, scope: Scope): string {
    switch (this.random.below(12)) {
      case 0:
        return this.named(type, '__typename', scope)?.text.concat(this.condition()) ?? '';
      case 1:
      case 2:
        return this.random.oneIn(4)
          ? `...${this.condition()} ${this.selectionSet(type, levels, scope)}`
          : this.inlineFragment(type, levels, scope);
      case 3:
        return this.spread(type, levels, scope);
      default:
        return this.field(type, levels, scope);
    }
  }

  private inlineFragment(type: GraphQLCompositeType, levels: number, scope: Scope): string {
    const on = this.random.pick(this.overlapping(type));
    return `... on ${on.name}${this.condition()} ${this.selectionSet(on, levels, this.scopeOf(type, on, scope))}`;
  }

  private spread(type: GraphQLCompositeType, levels: number, scope: Scope): string {
    const known = this.fragments.findIndex(
      (each) => each.scope === scope && this.fields + each.fields <= mostFields && this.random.oneIn(2),
    );
    if (known >= 0) {
      this.fields += this.fragments[known]?.fields ?? 0;
      return `...F${known}${this.condition()}`;
    }
    const before = this.fields;
    const on = this.random.pick(this.overlapping(type));
    const text = this.selectionSet(on, levels - 1, this.scopeOf(type, on, scope));
    const place = this.fragments.push({ on, scope, text, fields: this.fields - before }) - 1;
    return `...F${place}${this.condition()}`;
  }

  /** The types on which a fragment may be that is in a selection of this type: itself, what it may be, and what it implements. */
  private overlapping(type: GraphQLCompositeType): readonly [GraphQLCompositeType, ...GraphQLCompositeType[]] {
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    const interfaces = isObjectType(type) ? type.getInterfaces() : [];
    return [type, ...possible, ...possible, ...interfaces];
  }

  private field(type: GraphQLCompositeType, levels: number, scope: Scope): string {
    if (!isObjectType(type) && !isInterfaceType(type)) {
      return this.inlineFragment(type, levels, scope);
    }
    const fields = Object.values(type.getFields()).filter(
      (field) => levels > 0 || !isCompositeType(getNamedType(field.type)),
    );
    if (this.fields >= mostFields || fields.length === 0) {
      return '';
    }
    this.fields += 1;
    const field = this.random.pick(fields);
    const below = getNamedType(field.type);
    const named = this.named(type, `${field.name}${this.argumentsOf(field)}`, scope);
    const selection = isCompositeType(below) && named ? ` ${this.selectionSet(below, levels - 1, named.below)}` : '';
    return named ? `${named.text}${this.condition()}${selection}` : '';
  }

  /** A field with an alias, or without; null where the scope has another of the name. */
  private named(type: GraphQLCompositeType, asked: string, scope: Scope): { text: string; below: Scope } | null {
    const alias = this.alias(type);
    const name = alias || asked.replace(/\(.*/s, '');
    const known = scope.get(name);
    if (known && known.asked !== asked) {
      return null;
    }
    const { below } = known ?? { below: new Map() as Scope };
    scope.set(name, { asked, below });
    return { text: alias === '' ? asked : `${alias}: ${asked}`, below };
  }

  /** Objects of unlike types may each have a field of one name; not all that are made so are valid. */
  private scopeOf(type: GraphQLCompositeType, on: GraphQLCompositeType, scope: Scope): Scope {
    return isAbstractType(type) && isObjectType(on) && this.random.oneIn(2) ? new Map(scope) : scope;
  }

  /** Most often the name of another field of the type, or one that plans need. */
  private alias(type: GraphQLCompositeType): string {
    if (this.random.oneIn(2)) {
      return '';
    }
    const names = isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()) : [];
    return this.random.pick(names.length > 0 && this.random.oneIn(2) ? names : oddAliases);
  }

  private argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter(({ type, defaultValue }) =>
      isNonNullType(type) && defaultValue === undefined ? true : this.random.oneIn(3),
    );
    return given.length === 0 ? '' : `(${given.map((each) => this.argument(each)).join(', ')})`;
  }

  /** Lists are short, for the cost. */
  private argument({ name, type }: GraphQLArgument): string {
    const isSize = String(getNullableType(type)) === 'Int' && name === 'first';
    return `${name}: ${isSize ? this.random.below(4) : literalOf(type, this.random, 2)}`;
  }

  private condition(): string {
    return this.random.oneIn(8)
      ? ` ${this.random.pick(['@skip', '@include'])}(if: ${this.random.pick(['true', 'false', '$yes', '$no'])})`
      : '';
  }
}
