import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { ReactNode } from 'react';

import { askWithPlan } from './fetcher.js';
import { firstQuery, isFirstVisit } from './first-query.js';
import { PlanLine, planPlugin } from './plan/plan-panel.js';
import { readyQueriesPlugin } from './ready-queries/ready-queries-panel.js';

const plugins = [HISTORY_PLUGIN, readyQueriesPlugin, planPlugin];
/** Apollo's page comes from its vendor's hosts, and asks this server from within our own address. */
const sandbox = '/graphql?explorer=sandbox';
// Later visits find the panel as they left it.
const showsReadyQueries = isFirstVisit && matchMedia('(min-width: 60rem)').matches;

/** The page at /graphql: an editor of queries with the schema, ready queries, and the plan of what was run. */
export function Explorer(): ReactNode {
  return (
    <GraphiQL
      fetcher={askWithPlan}
      plugins={plugins}
      {...(showsReadyQueries && { visiblePlugin: readyQueriesPlugin })}
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
