import { useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { Suspense, use, useState, type ReactNode } from 'react';

import { say, type ExplorerWord } from '../words.js';
import type { Asker, ReadyQuery } from './ready-queries.js';
import { useOpenQuery } from './use-open-query.js';

/** The panel of ready queries. */
export const readyQueriesPlugin: GraphiQLPlugin = {
  title: say('readyQueries'),
  icon: ReadyQueriesIcon,
  content: ReadyQueriesPanel,
};

const askers = ['frontend', 'analyst', 'officer', 'agent', undefined] as const satisfies readonly (Asker | undefined)[];

/** The queries with their texts, loaded when the panel is first open; null where they cannot be. */
let loading: Promise<readonly ReadyQuery[] | null> | undefined;

function load(): Promise<readonly ReadyQuery[] | null> {
  loading ??= import('./ready-queries.js').then(
    ({ readyQueries }) => readyQueries,
    () => null,
  );
  return loading;
}

function ReadyQueriesPanel(): ReactNode {
  const [text, setText] = useState('');
  return (
    <section className="jiedui-panel" aria-label={say('readyQueries')}>
      <h2>{say('readyQueries')}</h2>
      <p>{say('readyHelp')}</p>
      <label className="panel-filter">
        {say('readyFilter')}
        <input
          type="search"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
          }}
        />
      </label>
      <Suspense fallback={<p>{say('readyLoading')}</p>}>
        <Groups words={text.toLowerCase().split(/\s+/).filter(Boolean)} />
      </Suspense>
    </section>
  );
}

function Groups({ words }: { readonly words: readonly string[] }): ReactNode {
  const all = use(load());
  if (!all) {
    return <p role="alert">{say('readyFailed')}</p>;
  }
  const found = all.filter(({ question, query, name }) => {
    const text = `${name} ${question} ${query}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const groups: readonly (readonly [ExplorerWord, readonly ReadyQuery[]])[] = [
    ['ofNation', found.filter(({ folder }) => folder === 'nation')],
    ...askers.map((asks): [ExplorerWord, readonly ReadyQuery[]] => [
      `asks_${asks ?? 'other'}`,
      found.filter((query) => query.asks === asks && query.folder !== 'nation'),
    ]),
  ];
  return found.length === 0 ? (
    <p>{say('readyNone')}</p>
  ) : (
    groups.map(([title, queries]) => <Group key={title} title={say(title)} queries={queries} />)
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
                lang={query.lang}
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
