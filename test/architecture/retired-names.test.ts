import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';

/** Names that were replaced by the terms of the field, and stand nowhere any more. */
const retired = `
  Addition addUp unfitness membersOf MembersQuery ofPairings ofProgrammes ofRegions totalFor countAddition
  FilterFieldsOf listKey fundAddition FundTotalWithParts PairingExtension RegionExtension ProgrammeExtension
  OrganisationExtension foreignRecords ownRecords recordResolver
  toldExtensions isAlone SupergraphFault BodyNotJson answeringFailures notingVersions KeptAnswers KeptAnswer SentAnswer
  PlanStore PlanCounts byDefault dearestList tooDear refuseUnread refuseCost statusOfPart serveInsight watchRequests
  FreshRead ofOneVersion answerKept worthCompressing optionsOfOne
  unitWords RegionAnswer PairingAnswer OverviewAnswer noAnswer takeOverLinks drawHeader askWithPlan
  NamedDocument NamedDocuments namedDocumentsOnly ListedDocument DocumentVariable openAsking
  greeting OrderlyStop orderlyStop takeTarget Holders
  Tide Shore telltale
`
  .trim()
  .split(/\s+/);

const phrases = [/\bof late\b/, 'how dear', 'At the door', 'Kept answers', /\bq(0[1-9]|[123]\d|40)\b/];

/** Files of code and documentation; the change log tells of old names, and data and answers are no prose. */
const files = execFileSync('git', ['ls-files', '-z'], { cwd: projectRoot, encoding: 'utf8' })
  .split('\0')
  .filter((file) => /\.(tsx?|m?js|md|css|yml)$|^\.ci\/run$|^package\.json$/.test(file))
  .filter((file) => !/^CHANGELOG\.md$|retired-names\.test\.ts$|^data\//.test(file));

test('no retired name stands in code or documentation', () => {
  const patterns = [
    ...retired.map((name) => new RegExp(`(?<![A-Za-z])${name}(?![a-z])`)),
    ...phrases.map((phrase) => (typeof phrase === 'string' ? new RegExp(phrase) : phrase)),
  ];
  const found = files.flatMap((file) => {
    const lines = readFileSync(join(projectRoot, file), 'utf8').split('\n');
    return lines.flatMap((line, place) =>
      patterns.filter((pattern) => pattern.test(line)).map((pattern) => `${file}:${place + 1} ${pattern.source}`),
    );
  });
  expect(files.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
});
