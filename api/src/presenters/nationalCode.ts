import type { NationalCode as NationalCodeAnswer, OwnNationalCode } from '@anxing/contract/nationalCode';

import { divisionNamed } from '../base/divisions';
import type { Services } from '../context';
import type { NationalCode } from '../models/nationalCode';

/** What another province says; null when it never did, or what it said is over. */
function presentLatest(
  { config }: Services,
  row: NationalCode | null,
  now: number,
): NationalCodeAnswer | null {
  const { colour, province, statedAt, untilAt, fetchedAt } = row ?? {};
  if (!colour || !province || Number(untilAt) <= now) {
    return null;
  }

  return {
    colour,
    province: divisionNamed(config.divisions, province)?.name ?? province,
    statedAt: Number(statedAt),
    until: Number(untilAt),
    fetchedAt: Number(fetchedAt),
  };
}

export function presentNationalCode(
  services: Services,
  row: NationalCode | null,
  now: number,
): OwnNationalCode {
  return { latest: presentLatest(services, row, now), state: row?.state ?? 'none' };
}
