import {
  Kind,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLError,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Data = Record<string, unknown>;
type Path = readonly (string | number)[];

/** The fields of an object of the answer that are called otherwise by the client, or have such fields below them. */
interface Level {
  readonly fields: Map<string, Field>;
  /** Whether a field of the object itself is called otherwise. */
  isRenamed: boolean;
}

interface Field {
  /** Null where the client has not asked for it. */
  readonly clientName: string | null;
  readonly below: Level;
}

/** What a client calls the fields of an answer that have internal aliases in the normalised operation. */
export class ResponseNames {
  private root: Level | undefined;

  /** `names` are the client's, by internal aliases; null for what it has not asked for. */
  constructor(
    private readonly names: ReadonlyMap<string, string | null>,
    private readonly operation: OperationDefinitionNode,
    private readonly fragments: readonly FragmentDefinitionNode[],
  ) {}

  /** The answer with the client's names in its data and in the paths of its errors. May change the answer. */
  inAnswer<Result extends ExecutionResult<Data, Data>>(answer: Result): Result {
    const { valueCompletion } = answer.extensions ?? {};
    for (const error of [
      ...(answer.errors ?? []),
      ...((valueCompletion as readonly GraphQLError[] | undefined) ?? []),
    ]) {
      Object.assign(error, error.path && { path: this.inPath(error.path) });
    }
    return answer.data && this.names.size > 0
      ? { ...answer, data: renamed(answer.data, this.level()) as Data }
      : answer;
  }

  /** A text in which internal aliases are replaced; a field is not called what is its own name. */
  inText(text: string): string {
    return text.replaceAll(
      /\b(__a\d+)(?=\b|__alias_)(?:: (\w+)\b)?/g,
      (all, alias: string, field: string | undefined) => {
        const name = this.names.get(alias);
        return name == null ? all : field === undefined || field === name ? name : `${name}: ${field}`;
      },
    );
  }

  /** The planner adds `__alias_` and a number where fields of one name have unlike types. */
  private inPath(path: Path): Path {
    return path.map((key) => {
      const own = typeof key === 'string' ? key.replace(/__alias_\d+$/, '') : key;
      return typeof own === 'string' ? (this.names.get(own) ?? own) : own;
    });
  }

  /** Found for the first answer only: of an operation that is refused, fragments may multiply without a limit. */
  private level(): Level {
    if (!this.root) {
      this.root = { fields: new Map(), isRenamed: false };
      const known = new Map(this.fragments.map((fragment) => [fragment.name.value, fragment]));
      this.collect(this.operation.selectionSet, known, this.root);
      removeUnchanged(this.root);
    }
    return this.root;
  }

  private collect(
    { selections }: SelectionSetNode,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    into: Level,
  ): void {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) {
        const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
        if (fragment) {
          this.collect(fragment.selectionSet, fragments, into);
        }
        continue;
      }
      const key = selection.alias?.value ?? selection.name.value;
      const named = this.names.get(key);
      const clientName = named === undefined ? key : named;
      const field = into.fields.get(key) ?? { clientName, below: { fields: new Map(), isRenamed: false } };
      into.fields.set(key, field);
      into.isRenamed ||= clientName !== key;
      if (selection.selectionSet) {
        this.collect(selection.selectionSet, fragments, field.below);
      }
    }
  }
}

/** Removes the fields that the client calls the same, and below which nothing is called otherwise. */
function removeUnchanged({ fields }: Level): void {
  for (const [key, { clientName, below }] of fields) {
    removeUnchanged(below);
    if (clientName === key && below.fields.size === 0) {
      fields.delete(key);
    }
  }
}

/** Keeps the order of fields. An object none of whose own fields is called otherwise is changed in place. */
function renamed(value: unknown, level: Level): unknown {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      value[index] = renamed(value[index], level);
    }
    return value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const data = value as Data;
  if (!level.isRenamed) {
    for (const [key, { below }] of level.fields) {
      if (data[key] !== undefined) {
        data[key] = renamed(data[key], below);
      }
    }
    return data;
  }
  // Without a prototype: a client may call a field `__proto__`.
  const result = Object.create(null) as Data;
  for (const key of Object.keys(data)) {
    const field = level.fields.get(key);
    if (field?.clientName === null) {
      continue;
    }
    result[field?.clientName ?? key] =
      field && field.below.fields.size > 0 ? renamed(data[key], field.below) : data[key];
  }
  return result;
}
