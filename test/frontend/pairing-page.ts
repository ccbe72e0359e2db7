import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';

import { getFragmentData, type FragmentType } from './generated';
import { PairingPageDocument, SourcesFragmentDoc } from './generated/graphql';

/**
 * What a frontend does with a query of documents/. It is compiled and never run: `npm run codegen` fails here when the
 * types of queries, variables or fragments are not what the graph says.
 */
type Page = ResultOf<typeof PairingPageDocument>;

export const variables: VariablesOf<typeof PairingPageDocument> = { id: 'zhangjiagang-yanhe' };

// @ts-expect-error -- a pairing is asked for by its id
export const noVariables: VariablesOf<typeof PairingPageDocument> = {};

export function fundsOf({ pairing }: Page): string[] {
  return (pairing?.funds?.nodes ?? []).flatMap(({ figure }) =>
    figure === null ? [] : [`${figure.text} (${sourcesOf(figure)})`],
  );
}

export function wrongField({ pairing }: Page): unknown {
  // @ts-expect-error -- a pairing has no giver
  return pairing?.giver;
}

export function unlookedNull({ pairing }: Page): unknown {
  // @ts-expect-error -- an unknown id answers null
  return pairing.donor;
}

function sourcesOf(figure: FragmentType<typeof SourcesFragmentDoc>): string {
  // @ts-expect-error -- what a fragment asks for is its own
  void figure.sources;
  return getFragmentData(SourcesFragmentDoc, figure)
    .sources.map(({ document, paragraph }) => `${document?.titleEn ?? 'unknown'}, ${paragraph ?? 'as a whole'}`)
    .join('; ');
}
