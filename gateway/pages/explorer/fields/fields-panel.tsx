import { pick, useGraphiQL, type GraphiQLPlugin } from '@graphiql/react';
import { useDeferredValue, useState, type ReactNode } from 'react';

import { say } from '../words.js';
import { FieldTree } from './field-tree.js';
import { SearchResults } from './search-results.js';

/** The panel that searches the schema, and picks the fields of the query. */
export const fieldsPlugin: GraphiQLPlugin = { title: say('fields'), icon: FieldsIcon, content: FieldsPanel };

function FieldsPanel(): ReactNode {
  const { schema } = useGraphiQL(pick('schema'));
  const [text, setText] = useState('');
  const searched = useDeferredValue(text);
  return (
    <section className="jiedui-panel" aria-label={say('fields')}>
      <h2>{say('fields')}</h2>
      <p>{say('fieldsHelp')}</p>
      <label className="panel-filter">
        {say('fieldsSearch')}
        <input
          type="search"
          value={text}
          placeholder={say('fieldsHint')}
          onChange={({ target }) => {
            setText(target.value);
          }}
        />
      </label>
      {!schema ? (
        <p>{say('fieldsLoading')}</p>
      ) : searched.trim() === '' ? (
        <FieldTree schema={schema} />
      ) : (
        <SearchResults schema={schema} text={searched} />
      )}
    </section>
  );
}

function FieldsIcon(): ReactNode {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.2" aria-hidden="true">
      <path d="M2 3.5l1.3 1.3L6 2M8.5 3.5H14M5.5 8H14M5.5 12.5H14" strokeLinecap="round" />
      <path d="M2 7h2v2H2zM2 11.5h2v2H2z" />
    </svg>
  );
}
