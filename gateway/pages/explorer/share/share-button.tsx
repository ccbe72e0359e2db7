import { pick, ToolbarButton, useGraphiQL } from '@graphiql/react';
import { useState, type ReactNode } from 'react';

import { language, say } from '../words.js';
import { sharedFragment } from './shared-query.js';

/** A button that puts the query and its variables into the address, and copies that. */
export function ShareButton(): ReactNode {
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  const [state, setState] = useState<'copyLink' | 'linkCopied' | 'linkInAddress'>('copyLink');
  const share = async (): Promise<void> => {
    const shared = { query: queryEditor?.getValue() ?? '', variables: variableEditor?.getValue() ?? '' };
    const address = new URL(location.pathname, location.href);
    address.searchParams.set('lang', language.toLowerCase());
    address.hash = await sharedFragment(shared);
    history.replaceState(null, '', address);
    try {
      await navigator.clipboard.writeText(address.href);
      setState('linkCopied');
    } catch {
      // Where the page is not of a secure origin there is no clipboard.
      setState('linkInAddress');
    }
  };
  return (
    <>
      <ToolbarButton
        label={say(state)}
        onClick={() => void share()}
        onBlur={() => {
          setState('copyLink');
        }}
      >
        <svg
          viewBox="0 0 16 16"
          className="graphiql-toolbar-icon"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
          aria-hidden="true"
        >
          <path
            d="M6.5 9.5l3-3M7 4.5l1.6-1.6a2.5 2.5 0 0 1 3.5 3.5L10.5 8M9 11.5l-1.6 1.6a2.5 2.5 0 0 1-3.5-3.5L5.5 8"
            strokeLinecap="round"
          />
        </svg>
      </ToolbarButton>
      <span className="said" role="status">
        {state === 'copyLink' ? '' : say(state)}
      </span>
    </>
  );
}
