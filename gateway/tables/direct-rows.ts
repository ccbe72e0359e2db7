import { Kind, print, visit, type DocumentNode, type FieldNode } from 'graphql';

import { argumentsOf, joinedSubgraphs } from '../supergraph/join-directives.js';
import type { Column } from './columns.js';
import type { OperationDocument } from './part-document.js';
import { valueAt } from './shape.js';
import type { TablePart } from './table.js';

/** The root fields that give the values of rows to gateways, by name, with the subgraph that has them. */
export type ValueFields = ReadonlyMap<string, string>;

/** Those of a supergraph: `fundRowValues` beside `fundRows`. */
export function valueFields(supergraph: DocumentNode): ValueFields {
  const names = new Map(joinedSubgraphs(supergraph).map(({ graph, name }) => [graph, name]));
  const query = supergraph.definitions.find(
    (each) => each.kind === Kind.OBJECT_TYPE_DEFINITION && each.name.value === 'Query',
  );
  const fields = query?.kind === Kind.OBJECT_TYPE_DEFINITION ? (query.fields ?? []) : [];
  return new Map(
    fields
      .filter(({ name }) => name.value.endsWith('RowValues'))
      .flatMap((field) => {
        const graph = argumentsOf(field, 'join__field')[0]?.['graph'];
        const subgraph = typeof graph === 'string' ? names.get(graph) : undefined;
        return subgraph === undefined ? [] : [[field.name.value, subgraph] as const];
      }),
  );
}

/** How a subgraph itself gives the further rows of a flat list, many at a time. */
export interface DirectRows {
  readonly subgraph: string;
  /** Takes the variables of the document, `tableFirst` and `tableAfter`; its one field is the JSON text of a page. */
  readonly query: string;
}

/** That of a part whose rows are the rows of one root field and nothing else; null for others. */
export function directRowsOf(
  { document, operation }: OperationDocument,
  columns: readonly Column[],
  { rows, paging }: Pick<TablePart, 'rows' | 'paging'>,
  fields: ValueFields,
): DirectRows | null {
  const field = operation.selectionSet.selections.find(
    (each): each is FieldNode => each.kind === Kind.FIELD && (each.alias ?? each.name).value === rows[0],
  );
  const name = field?.name.value.replace(/Rows$/, 'RowValues') ?? '';
  const subgraph = fields.get(name);
  const names = columns.flatMap((column) => (column.path.length === 1 && column.field ? [column.field.name] : []));
  const isConditional = document.definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && hasDirectives(each),
  );
  if (
    !field ||
    rows.length !== 1 ||
    paging === null ||
    subgraph === undefined ||
    names.length < columns.length ||
    isConditional
  ) {
    return null;
  }
  const args = (field.arguments ?? []).filter((argument) => !['first', 'after'].includes(argument.name.value));
  const used = new Set<string>();
  args.forEach((argument) => {
    visit(argument, {
      Variable: (variable) => {
        used.add(variable.name.value);
      },
    });
  });
  const declared = (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value));
  const variables = ['$tableFirst: Int!', '$tableAfter: String', ...declared.map(print)].join(', ');
  const given = ['first: $tableFirst', 'after: $tableAfter', ...args.map(print), `columns: ${JSON.stringify(names)}`];
  return { subgraph, query: `query (${variables}) { values: ${name}(${given.join(', ')}) }` };
}

function hasDirectives(node: DocumentNode['definitions'][number]): boolean {
  let found = false;
  visit(node, {
    Directive: () => {
      found = true;
    },
  });
  return found;
}

/** The rows in the answer of a subgraph, and the cursor of the last one; null where none follow. */
export function directPage(data: unknown): { readonly rows: TableRows; readonly after: string | null } {
  return JSON.parse(valueAt(data, 'values') as string) as { readonly rows: TableRows; readonly after: string | null };
}

type TableRows = readonly (readonly (string | number | boolean | null)[])[];
