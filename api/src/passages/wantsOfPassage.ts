import { wantsOf } from '@anxing/contract/entry';
import type { ScanWant } from '@anxing/contract/scans';

import type { ProvinceConfig } from '../base/provinceConfig';
import type { Passage } from './passage';
import { policyAt } from './placePolicy';

/** What is still wanted of a stored check before its decision is final. */
export function wantsOfPassage(
  config: ProvinceConfig,
  point: { category: string },
  { kind, direction, decision, temperature, mask, deviceId, overrideReason, isLate }: Passage,
): ScanWant[] {
  const isFinal = decision === 'stop' || direction === 'out' || overrideReason !== null || isLate;
  if (kind === 'visit' || isFinal) {
    return [];
  }
  const seen = {
    temperature: temperature === null ? undefined : temperature / 10,
    mask: mask ?? undefined,
    isUnattended: deviceId !== null,
  };

  return wantsOf(seen, policyAt(config, point));
}
