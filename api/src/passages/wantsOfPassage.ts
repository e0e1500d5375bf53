import { wantsOf } from '@anxing/contract/entry';
import type { ScanWant } from '@anxing/contract/scans';

import type { ProvinceConfig } from '../base/provinceConfig';
import type { Passage } from './passage';
import { policyAt } from './placePolicy';

/** It opens for no card: what is measured changes nothing. */
function isCardAtGate({ proof, deviceId }: Passage): boolean {
  return proof === 'card' && deviceId !== null;
}

/** What is still wanted of a stored check before its decision is final. */
export function wantsOfPassage(
  config: ProvinceConfig,
  point: { category: string },
  passage: Passage,
): ScanWant[] {
  const { kind, direction, decision, temperature, mask, deviceId, overrideReason, isLate } = passage;
  const isFinal = decision === 'stop' || direction === 'out' || overrideReason !== null || isLate;
  if (kind === 'visit' || isFinal || isCardAtGate(passage)) {
    return [];
  }
  const seen = {
    temperature: temperature === null ? undefined : temperature / 10,
    mask: mask ?? undefined,
    isUnattended: deviceId !== null,
  };

  return wantsOf(seen, policyAt(config, point));
}
