import { limits } from '@anxing/contract/limits';
import type { SeverestRegion } from '@anxing/contract/regions';

import type { InstantKey } from '../../base/paging';
import type { Services } from '../../context';
import type { Person } from '../../models/person';
import type { Point } from '../../models/point';
import type { Passage } from '../../passages/passage';
import { recentScans } from '../../passages/recentScans';
import { regionHint } from '../../status/regionHint';

/** What is read of a person's past beside the decision. */
export interface LookBack {
  region: SeverestRegion | null;
  recent: Passage[];
  hasMore: boolean;
}

export const noPast: LookBack = { region: null, recent: [], hasMore: false };

export interface Looked {
  person: Person;
  point: Point;
  /** The check with which somebody looks. */
  check: InstantKey;
}

/** Whoever waits at a door is let in or not whatever becomes of this. */
async function orNothing<T>({ logger }: Services, what: Promise<T>, nothing: T): Promise<T> {
  try {
    return await what;
  } catch (err) {
    logger.warn({ err }, 'past of a person at the door');

    return nothing;
  }
}

async function readRecent(services: Services, { person, check }: Looked) {
  const { database, config, clock } = services;
  const wanted = { zone: config.brand.zone, personId: person.id, before: check, now: clock.now() };
  const found = await recentScans(database, wanted, limits.recentScans + 1);

  return { recent: found.slice(0, limits.recentScans), hasMore: found.length > limits.recentScans };
}

/** Region and recent checks of a person, both read at once. Never fails: what cannot be read is left out. */
export async function lookBack(services: Services, looked: Looked): Promise<LookBack> {
  const { person, point } = looked;
  const hint = regionHint(services, person, point.division, services.clock.now());
  const [region, recent] = await Promise.all([
    orNothing(services, hint, noPast.region),
    orNothing(services, readRecent(services, looked), noPast),
  ]);

  return { ...recent, region };
}
