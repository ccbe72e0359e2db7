import { Args, Ctx, Directive, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

import type { Identified } from '../../platform/page.js';
import type { VocabularyContext } from '../context.js';

/** A field that a subgraph adds to a type, its own or another's. */
export interface FieldSpec {
  readonly type: () => unknown;
  readonly nullable: boolean;
  readonly description: string;
  readonly directive?: string;
  readonly args?: ClassType;
  readonly resolve: (owner: Identified, context: VocabularyContext, args: object, field: string) => unknown;
}

/** Makes the resolver of fields of a type. */
export function fieldsOf(type: Function, fields: Readonly<Record<string, FieldSpec>>): Function {
  class Fields {}
  Resolver(() => type)(Fields);
  const methods = Fields.prototype as Record<string, unknown>;
  for (const [name, { type: fieldType, nullable, description, directive, args, resolve }] of Object.entries(fields)) {
    methods[name] = (owner: Identified, context: VocabularyContext, given: object) =>
      resolve(owner, context, given, name);
    Root()(methods, name, 0);
    Ctx()(methods, name, 1);
    if (args) {
      Args(() => args)(methods, name, 2);
    }
    const method = Object.getOwnPropertyDescriptor(methods, name) ?? {};
    if (directive !== undefined) {
      Directive(directive)(methods, name, method);
    }
    FieldResolver(fieldType as never, { nullable, description })(methods, name, method);
  }
  return Fields;
}
