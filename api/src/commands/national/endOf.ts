import { limits } from '@anxing/contract/limits';

import type { NationalStatement } from '../../providers/national/national';

const dayMs = 86_400_000;

/** ms: how long a statement counts, from when it was made. */
export function endOf({ statedAt }: Pick<NationalStatement, 'statedAt'>): number {
  return statedAt + limits.nationalCodeDays * dayMs;
}
