import { ArgsType, Field, ID } from 'type-graphql';

import { ambiguous, badUserInput } from '../../../platform/errors.js';
import { checkDay } from '../../../platform/scalars.js';
import { heldOn, versionOn, type RegionVersion } from './region-version.entity.js';
import type { Region } from './region.entity.js';
import type { RegionRepository } from './region.repository.js';

@ArgsType()
export class RegionLookUpArguments {
  @Field(() => ID, { nullable: true, description: 'Id of the region.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'A GB/T 2260 code, of today or of before: 520627, 522228.' })
  code?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A Chinese name in full or an alias, of today or of before: 郫都区, 郫县, 恩施州.',
  })
  name?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'The day on which the region had the code or name; when left out, today’s come before former ones.',
  })
  on?: string | null;
}

/**
 * The region that an id, a code or a name means; null when there is none. Throws BAD_USER_INPUT for none or several of
 * the three, and for what several regions have.
 */
export async function lookUpRegion(
  regions: RegionRepository,
  { id, code, name, on }: RegionLookUpArguments,
): Promise<Region | null> {
  const given = Object.entries({ id, code, name }).filter((each): each is [string, string] => each[1] != null);
  const [only, ...others] = given;
  if (!only || others.length > 0) {
    throw badUserInput('id', 'just one of id, code and name', Object.fromEntries(given));
  }
  const [argument, text] = only;
  const day = on == null ? null : checkDay('on', on);
  if (argument === 'id') {
    if (day !== null) {
      throw badUserInput('on', 'a code or a name that the region had on that day; an id is for ever', on);
    }
    return regions.byId(text);
  }
  const found = await candidates(regions, argument as 'code' | 'name', text, day);
  if (found.length > 1) {
    const paths = await Promise.all(found.map(({ id: each }) => regions.path(each)));
    throw ambiguous(
      argument,
      text,
      found.map(({ id: each }, place) => ({
        id: each,
        name: paths[place]?.map((region) => region.name).join('') ?? '',
      })),
    );
  }
  return found[0] ?? null;
}

/** The regions that a code or a name means, on a day or, where none is given, today or else before. */
async function candidates(
  regions: RegionRepository,
  column: 'code' | 'name',
  text: string,
  day: string | null,
): Promise<readonly Region[]> {
  const today = await regions.called(column, text);
  if (day === null && today.length > 0) {
    return today;
  }
  const versions = (await regions.versionsCalled(column, text)).filter((each) => day === null || heldOn(each, day));
  const stillSo = await Promise.all(
    today.map(async (region) => {
      const version = versionOn(await regions.versions(region.id), day);
      return version === null ? [region] : [];
    }),
  );
  const former = await Promise.all(lastOfEach(versions).map((version) => foundBy(regions, version)));
  const found = [...stillSo.flat(), ...former.flat()];
  return [...new Map(found.map((region) => [region.id, region])).values()];
}

/** The region that a version is of; by what it has today, it was not found as something else. */
async function foundBy(regions: RegionRepository, version: RegionVersion): Promise<Region[]> {
  const region = await regions.byId(version.regionId);
  return region === null ? [] : [Object.assign({}, region, { foundAs: version.toPrecision === null ? null : version })];
}

/** One version of each region, the last of those that it has. */
function lastOfEach(versions: readonly RegionVersion[]): readonly RegionVersion[] {
  return [...new Map(versions.map((version) => [version.regionId, version])).values()];
}
