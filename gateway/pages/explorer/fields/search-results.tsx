import { useGraphiQLActions } from '@graphiql/react';
import { DOC_EXPLORER_PLUGIN } from '@graphiql/plugin-doc-explorer';
import type { GraphQLSchema } from 'graphql';
import { useMemo, type ReactNode } from 'react';

import { say } from '../words.js';
import { partsOf, searchSchema, type Found } from './schema-search.js';

/** How many results are shown. */
const most = 40;

/** What a search of the schema finds, each with a way to its documentation. */
export function SearchResults({ schema, text }: { readonly schema: GraphQLSchema; readonly text: string }): ReactNode {
  const parts = useMemo(() => partsOf(schema), [schema]);
  const found = searchSchema(parts, text);
  return (
    <>
      <p role="status">
        {found.length > most ? say('fieldsCut', most, found.length) : say('fieldsFound', found.length)}
      </p>
      <ul className="schema-results">
        {found.slice(0, most).map((each) => (
          <Result key={each.name} found={each} schema={schema} />
        ))}
      </ul>
    </>
  );
}

function Result({ found, schema }: { readonly found: Found; readonly schema: GraphQLSchema }): ReactNode {
  const actions = useGraphiQLActions();
  const { name, of, description } = found;
  return (
    <li>
      <button
        type="button"
        title={say('fieldsDocs', name)}
        onClick={() => {
          actions.setSchemaReference(referenceOf(found, schema));
          actions.setVisiblePlugin(DOC_EXPLORER_PLUGIN);
        }}
      >
        <b>{name}</b>
        {of && `: ${of}`}
      </button>
      <p>{description}</p>
    </li>
  );
}

type Reference = Parameters<ReturnType<typeof useGraphiQLActions>['setSchemaReference']>[0];

/** What the documentation opens, in the form that the editor has for what is clicked. */
function referenceOf({ type, part }: Found, schema: GraphQLSchema): Reference {
  const typeInfo =
    part?.kind === 'field'
      ? { schema, fieldDef: part.field, parentType: type }
      : part?.kind === 'input'
        ? { schema, fieldDef: part.field, inputObjectType: type }
        : { schema, type };
  const kind = part?.kind === 'field' ? 'Field' : part?.kind === 'input' ? 'ObjectField' : 'NamedType';
  return { kind, typeInfo } as unknown as Reference;
}
