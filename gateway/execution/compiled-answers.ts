import { Kind, visit, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { NormalisedOperation } from '../plans/normalised-operation.js';
import type { FieldsCosts } from '../request/costs.js';
import { AnswerFields } from './answer-fields.js';
import { defaultConditions } from './default-conditions.js';

type Values = Readonly<Record<string, unknown>>;

/** Characters of the texts of operations whose answers are compiled; one takes some 40 bytes. */
const capacity = 2 ** 20;

/** How many combinations of the conditions of one operation are compiled. */
const combinations = 8;

interface CompiledOperation {
  /** The variables in `@skip` and `@include`, with their defaults. */
  readonly conditions: ReadonlyMap<string, unknown>;
  readonly byValues: Map<string, AnswerFields>;
}

/** The fields of answers, compiled once for operations that differ in their values alone. */
export class CompiledAnswers {
  private readonly operations = new LRUCache<string, CompiledOperation>({
    maxSize: capacity,
  });

  constructor(private readonly schema: GraphQLSchema) {}

  /** The fields of the answer to an operation with these values. `costs` are those of its fields. */
  of(normalised: NormalisedOperation, values: Values, costs: FieldsCosts | undefined): AnswerFields {
    const { hash, operation, text } = normalised;
    let compiled = this.operations.get(hash);
    if (!compiled) {
      compiled = { conditions: conditionsOf(normalised), byValues: new Map() };
      this.operations.set(hash, compiled, { size: text.length });
    }
    const { conditions, byValues } = compiled;
    const given = Object.fromEntries(Array.from(conditions, ([name, otherwise]) => [name, values[name] ?? otherwise]));
    const key = JSON.stringify(Object.values(given));
    let fields = byValues.get(key);
    if (!fields) {
      if (byValues.size === combinations) {
        byValues.clear();
      }
      const fragments = new Map(normalised.fragments.map((fragment) => [fragment.name.value, fragment]));
      const names = normalised.responseNames.byAlias;
      const root = this.schema.getRootType(operation.operation);
      if (!root) {
        throw new TypeError(`Expected a ${operation.operation}, for which the schema has a type.`);
      }
      const selected = { schema: this.schema, fragments, names, conditions: given };
      fields = new AnswerFields(selected, root, [operation.selectionSet], costs);
      byValues.set(key, fields);
    }
    return fields;
  }
}

function conditionsOf({ operation, fragments }: NormalisedOperation): ReadonlyMap<string, unknown> {
  const defaults = defaultConditions(operation);
  const conditions = new Map<string, unknown>();
  for (const definition of [operation, ...fragments]) {
    visit(definition, {
      Directive: {
        enter: ({ arguments: given = [] }) => {
          for (const { value } of given) {
            if (value.kind === Kind.VARIABLE) {
              conditions.set(value.name.value, defaults.get(value.name.value));
            }
          }
        },
      },
    });
  }
  return conditions;
}
