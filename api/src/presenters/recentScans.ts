import type { RecentScan } from '@anxing/contract/scans';

import { fullName } from '../base/divisions';
import type { Services } from '../context';
import type { Passage } from '../passages/passage';
import { presentPassReason } from './reasonWords';

async function presentOne(services: Services, unitId: string, passage: Passage): Promise<RecentScan> {
  const { at, direction, decision, division, temperature, reason } = passage;
  const own = passage.unitId === unitId;
  const point = own ? await services.caches.points.get(passage.pointId) : undefined;

  return {
    at,
    place: point?.name ?? fullName(services.config.divisions, division),
    own,
    direction,
    decision,
    temperature: own && temperature !== null ? temperature / 10 : null,
    reason: own ? presentPassReason(services, reason) : null,
  };
}

/** Where somebody was checked before: of other units nothing but the district, when, and what was decided. */
export function presentRecentScans(
  services: Services,
  unitId: string,
  passages: readonly Passage[],
): Promise<RecentScan[]> {
  return Promise.all(passages.map((passage) => presentOne(services, unitId, passage)));
}
