import { leaving, wantsOf, type EntryVerdict, type Seen } from '@anxing/contract/entry';
import type { ScanWant } from '@anxing/contract/scans';
import type { Direction } from '@anxing/contract/visits';

import type { Services } from '../../context';
import type { Person } from '../../models/person';
import type { Point } from '../../models/point';
import { decide } from '../../passages/decide';
import { policyAt } from '../../passages/placePolicy';
import { negativeTestAge } from '../../status/negativeTest';

/** Somebody at a door. */
export interface AtDoor extends Seen {
  person: Pick<Person, 'identityIndex'>;
  point: Point;
  direction: Direction;
  colour: string;
  /** ms: when it is judged. */
  now: number;
}

export interface Judged extends EntryVerdict {
  /** Not empty: the decision is provisional. */
  wants: ScanWant[];
}

/** What colour, temperature, mask, tests and the point's policy come to. */
export async function judgeScan(services: Services, given: AtDoor): Promise<Judged> {
  const { person, point, direction, now } = given;
  if (direction === 'out') {
    return { ...leaving, wants: [] };
  }
  const place = policyAt(services.config, point);
  const testAge = place.testHours === null ? undefined : await negativeTestAge(services, person, now);
  const verdict = decide({ ...given, testAge, place }, services.colours, services.config.policy);

  return { ...verdict, wants: verdict.decision === 'stop' ? [] : wantsOf(given, place) };
}
