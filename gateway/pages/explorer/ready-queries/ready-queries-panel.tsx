import { useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import type { ReactNode } from 'react';

import { readyQueries, type Asker, type ReadyQuery } from './ready-queries.js';
import { useOpenQuery } from './use-open-query.js';

/** The panel of ready queries. */
export const readyQueriesPlugin: GraphiQLPlugin = {
  title: 'Ready queries',
  icon: ReadyQueriesIcon,
  content: ReadyQueriesPanel,
};

const groups: readonly { readonly asks: Asker | undefined; readonly title: string }[] = [
  { asks: 'frontend', title: 'A frontend team asks' },
  { asks: 'analyst', title: 'An analyst asks' },
  { asks: 'officer', title: 'A programme officer asks' },
  { asks: 'agent', title: 'An assistant asks' },
  { asks: undefined, title: 'More' },
];

function ReadyQueriesPanel(): ReactNode {
  return (
    <section className="jiedui-panel" aria-label="Ready queries">
      <h2>Ready queries</h2>
      <p>Each opens in a tab with its variables. Run it with Ctrl-Enter.</p>
      {groups.map(({ asks, title }) => (
        <Group key={title} title={title} queries={readyQueries.filter((query) => query.asks === asks)} />
      ))}
    </section>
  );
}

function Group({ title, queries }: { readonly title: string; readonly queries: readonly ReadyQuery[] }): ReactNode {
  const openQuery = useOpenQuery();
  const actions = useGraphiQLActions();
  const open = (query: ReadyQuery): void => {
    openQuery(query);
    // On a narrow screen the panel lies over the editor.
    if (matchMedia('(max-width: 45rem)').matches) {
      actions.setVisiblePlugin(null);
    }
  };
  return (
    queries.length > 0 && (
      <>
        <h3>{title}</h3>
        <ul className="ready-queries">
          {queries.map((query) => (
            <li key={query.name}>
              <button
                type="button"
                onClick={() => {
                  open(query);
                }}
              >
                {query.question}
              </button>
            </li>
          ))}
        </ul>
      </>
    )
  );
}

function ReadyQueriesIcon(): ReactNode {
  return (
    <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.2" aria-hidden="true">
      <path d="M2 3.5h1M5.5 3.5H14M2 8h1M5.5 8H14M2 12.5h1M5.5 12.5H14" strokeLinecap="round" />
    </svg>
  );
}
