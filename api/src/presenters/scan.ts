import type { RegionHint, ScanAnswer } from '@anxing/contract/scans';
import type { SeverestRegion } from '@anxing/contract/regions';

import { fullName } from '../base/divisions';
import type { Services } from '../context';
import type { Person } from '../models/person';
import type { Point } from '../models/point';
import type { Passage } from '../passages/passage';
import { wantsOfPassage } from '../passages/wantsOfPassage';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber } from './mask';
import { maskedNameOf } from './maskedName';
import { presentPlace } from './place';
import { presentRecentScans } from './recentScans';

/** What is told of the person's past; nothing to a device. */
interface Past {
  region: SeverestRegion | null;
  recent: readonly Passage[];
  hasMore: boolean;
}

const noPast: Past = { region: null, recent: [], hasMore: false };

function presentRegion({ division, name, level, levelName, policy, date }: SeverestRegion): RegionHint {
  return { division, name, level, levelName, policy, date };
}

/** What a guard sees: colour and decision, name and number masked, never the reasons. */
export async function presentScan(
  services: Services,
  object: ScanAnswer['object'],
  person: Person,
  passage: Passage,
  point: Point,
  past: Past = noPast,
): Promise<ScanAnswer> {
  const { id, colour, decision, why, direction, at } = passage;
  const { vault, config } = services;

  return {
    id,
    object,
    colour,
    decision,
    why,
    wants: wantsOfPassage(config, point, passage),
    person: {
      name: maskedNameOf(services, person),
      idNumber: maskIdNumber(openField(vault, 'persons', 'id_number', person, person.idNumber)),
      district: person.claimDivision && fullName(config.divisions, person.claimDivision),
    },
    place: presentPlace(point),
    direction,
    at,
    region: past.region && presentRegion(past.region),
    recent: await presentRecentScans(services, point.unitId, past.recent),
    hasMore: past.hasMore,
  };
}
