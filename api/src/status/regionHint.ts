import type { SeverestRegion } from '@anxing/contract/regions';

import { dayOf } from '../base/days';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { levelNamed } from '../risk/regionLevels';
import { levelsOn } from './regionLevels';
import { severestRegion } from './regionStays';

/**
 * The most severe region in which somebody was in the last 14 days, where it is more severe than the one that he is
 * coming to (seed 001 §6-D); null where there is nothing to be said.
 */
export async function regionHint(
  services: Services,
  person: Pick<Person, 'id' | 'claimedAt' | 'claimDivision'>,
  division: string,
  now: number,
): Promise<SeverestRegion | null> {
  const region = await severestRegion(services, person, now);
  if (!region) {
    return null;
  }
  const day = dayOf(now, services.config.brand.zone);
  const here = (await levelsOn(services, { day })).of(division).level;

  return levelNamed(services.regionLevels, region.level).severity > here.severity ? region : null;
}
