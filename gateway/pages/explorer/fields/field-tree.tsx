import { useOperationsEditorState } from '@graphiql/react';
import type { GraphQLField, GraphQLSchema } from 'graphql';
import { useState, type ReactNode } from 'react';

import { say } from '../words.js';
import {
  asksFor,
  editedQuery,
  fieldsBelow,
  withField,
  withoutField,
  type EditedQuery,
  type FieldPath,
} from './edit-selection.js';

interface TreeProps {
  readonly schema: GraphQLSchema;
  readonly query: EditedQuery | 'empty';
  readonly edit: (text: string) => void;
}

/** The fields of the graph, ticked where the query in the editor asks for them; ticking changes it. */
export function FieldTree({ schema }: { readonly schema: GraphQLSchema }): ReactNode {
  const [text, setText] = useOperationsEditorState();
  const query = editedQuery(text);
  return query ? (
    <Fields schema={schema} query={query} edit={setText} path={[]} field={null} />
  ) : (
    <p role="status">{say('fieldsBroken')}</p>
  );
}

function Fields({
  path,
  field,
  ...tree
}: TreeProps & { readonly path: FieldPath; readonly field: GraphQLField<unknown, unknown> | null }): ReactNode {
  return (
    <ul className="field-tree">
      {fieldsBelow(tree.schema, field).map((each) => (
        <Field key={each.name} {...tree} path={[...path, each.name]} field={each} />
      ))}
    </ul>
  );
}

function Field({
  path,
  field,
  ...tree
}: TreeProps & { readonly path: FieldPath; readonly field: GraphQLField<unknown, unknown> }): ReactNode {
  const { schema, query, edit } = tree;
  const isAsked = query !== 'empty' && asksFor(query, path);
  const [isOpen, setOpen] = useState(isAsked);
  const hasFields = fieldsBelow(schema, field).length > 0;
  const tick = (): void => {
    edit(isAsked ? withoutField(query, path) : withField(query, schema, path));
    setOpen(!isAsked);
  };
  return (
    <li>
      <span className="field-line">
        {hasFields ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={say('fieldsOpen', field.name)}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {isOpen ? '▾' : '▸'}
          </button>
        ) : (
          <span className="field-space" />
        )}
        <label title={field.description ?? ''}>
          <input type="checkbox" checked={isAsked} onChange={tick} /> {field.name}{' '}
          <span className="field-type">{String(field.type)}</span>
        </label>
      </span>
      {hasFields && isOpen && <Fields {...tree} path={path} field={field} />}
    </li>
  );
}
