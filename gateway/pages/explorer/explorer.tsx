import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { ReactNode } from 'react';

import { fetchWithPlan } from './fetcher.js';
import { firstQuery, isFirstVisit } from './first-query.js';
import { PlanLine, planPlugin } from './plan/plan-panel.js';
import { readyQueriesPlugin } from './ready-queries/ready-queries-panel.js';

const plugins = [HISTORY_PLUGIN, readyQueriesPlugin, planPlugin];
/** Apollo Sandbox: its code is loaded from Apollo's hosts, its queries go to this server. */
const sandbox = '/graphql?explorer=sandbox';
// On later visits the panel is as the reader left it.
const opensReadyQueries = isFirstVisit && matchMedia('(min-width: 60rem)').matches;

/** The page at /graphql: a query editor with the schema, ready queries, and the query plan of the last run. */
export function Explorer(): ReactNode {
  return (
    <GraphiQL
      fetcher={fetchWithPlan}
      plugins={plugins}
      {...(opensReadyQueries && { visiblePlugin: readyQueriesPlugin })}
      {...firstQuery}
      defaultEditorToolsVisibility="variables"
      schemaDescription
    >
      <GraphiQL.Logo>
        <nav className="jiedui-links" aria-label="Other pages">
          <a href="/">Jiedui 结对</a>
          <a href={sandbox} target="_blank" rel="noreferrer">
            <span>Open in Apollo </span>Sandbox
          </a>
        </nav>
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <PlanLine />
      </GraphiQL.Footer>
    </GraphiQL>
  );
}
