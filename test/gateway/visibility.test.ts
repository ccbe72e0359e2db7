import { describe, expect, test } from '@jest/globals';

import { audiences, audienceServers, markersHiddenFrom } from '../support/audiences.js';
import { describeEachEngine } from '../support/engines.js';
import { validRequests } from '../support/mutations/valid-requests.js';

describeEachEngine('each audience', (engine) => {
  const servers = audienceServers(engine);

  const post = async (url: string, body: object, headers: Readonly<Record<string, string>>): Promise<string> =>
    (
      await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
    ).text();

  // The times and ids of imports are those of each server.
  const documents = validRequests().filter(({ query }) => !query.includes('imports'));

  describe.each(audiences)('$name', ({ name, sees }) => {
    test('is answered every document as by a server that never loaded what it may not see', async () => {
      const markers = markersHiddenFrom(sees);
      for (const request of documents) {
        const own = await post(servers.url, request, servers.headersOf(name));
        const other = await post(servers.oracleOf(name), request, {});
        expect({ request, ...(JSON.parse(own) as object) }).toEqual({ request, ...(JSON.parse(other) as object) });
        expect(markers.filter((marker) => own.includes(marker))).toEqual([]);
      }
    });
  });
});
