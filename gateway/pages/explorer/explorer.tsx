import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { ReactNode } from 'react';

import { windowTitle } from '../../../platform/page-names.js';
import { fetchWithPlan } from './fetcher.js';
import { fieldsPlugin } from './fields/fields-panel.js';
import { isFirstVisit, type FirstQuery } from './first-query.js';
import { PlanLine, planPlugin } from './plan/plan-panel.js';
import { readyQueriesPlugin } from './ready-queries/ready-queries-panel.js';
import { ShareButton } from './share/share-button.js';
import { language, say } from './words.js';

const plugins = [HISTORY_PLUGIN, readyQueriesPlugin, fieldsPlugin, planPlugin];
/** Apollo Sandbox: its code is loaded from Apollo's hosts, its queries go to this server. */
const sandbox = '/graphql?explorer=sandbox';
// On later visits the panel is as the reader left it.
const opensReadyQueries = isFirstVisit && matchMedia('(min-width: 60rem)').matches;

/** The page at /graphql: a query editor with the schema, ready queries, and the query plan of the last run. */
export function Explorer({ first }: { readonly first: FirstQuery }): ReactNode {
  return (
    <>
      <h1 className="said">{windowTitle(say('title'))}</h1>
      <GraphiQL
        fetcher={fetchWithPlan}
        plugins={plugins}
        {...(opensReadyQueries && { visiblePlugin: readyQueriesPlugin })}
        {...first}
        defaultEditorToolsVisibility="variables"
        schemaDescription
      >
        <GraphiQL.Logo>
          <nav className="jiedui-links" aria-label={say('otherPages')}>
            <a href={language === 'EN' ? '/' : '/?lang=zh'}>Jiedui 结对</a>
            <a href={sandbox} target="_blank" rel="noreferrer">
              <span>{say('sandbox')}</span>
              {say('sandboxName')}
            </a>
            <a href={language === 'EN' ? '?lang=zh' : '?lang=en'} lang={language === 'EN' ? 'zh-CN' : 'en'}>
              {say('otherLanguage')}
            </a>
          </nav>
        </GraphiQL.Logo>
        <GraphiQL.Toolbar>
          {({ prettify, merge, copy }) => (
            <>
              {prettify}
              {merge}
              {copy}
              <ShareButton />
            </>
          )}
        </GraphiQL.Toolbar>
        <GraphiQL.Footer>
          <PlanLine />
        </GraphiQL.Footer>
      </GraphiQL>
    </>
  );
}
