import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';

import type { ReadyQuery } from './ready-queries.js';

/** A function that opens a query in the tab that has it, else in a new one. */
export function useOpenQuery(): (ready: ReadyQuery) => void {
  const { tabs, queryEditor, variableEditor } = useGraphiQL(pick('tabs', 'queryEditor', 'variableEditor'));
  const actions = useGraphiQLActions();
  return ({ query, variables }) => {
    const tab = tabs.findIndex((each) => each.query === query && each.variables === variables);
    if (tab >= 0) {
      actions.changeTab(tab);
    } else {
      actions.addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
      actions.updateActiveTabValues({ query, variables });
    }
    queryEditor?.focus();
  };
}
