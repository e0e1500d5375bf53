import type { ScanObject } from '@anxing/contract/scans';

import type { Origin, Services } from '../../context';
import type { Person } from '../../models/person';

export interface Recognised {
  object: ScanObject;
  person: Person;
  /** Why the person was looked at, in words that he reads; left out for an ordinary check. */
  purpose?: string;
}

/** Who asks whose something is, and when (ms). */
export interface Recogniser {
  services: Services;
  origin: Origin;
  now: number;
  /** Why a card was read of somebody who is not old. */
  idCardReason?: string | undefined;
}
