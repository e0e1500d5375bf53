import type { RegionLevelsPropose } from '@anxing/contract/regions';

import { addDays } from '../../lib/zoneTime';

export interface ProposalValues {
  /** Codes. */
  divisions: string[];
  level?: string;
  /** YYYY-MM-DD */
  from?: string;
  /** The last day on which it holds. */
  lastDay?: string;
  policy?: string;
  note?: string;
}

/** The same level for the same days in several divisions. */
export function proposalOf({ divisions, note = '', ...values }: ProposalValues): RegionLevelsPropose {
  const { level = '', from = '', lastDay, policy } = values;
  const setting = {
    level,
    from,
    until: lastDay ? addDays(lastDay, 1) : null,
    policy: policy?.trim() || undefined,
  };

  return { changes: divisions.map((division) => ({ division, ...setting })), note: note.trim() };
}

const fields: Record<string, string> = { division: 'divisions', until: 'lastDay', changes: 'divisions' };

/** The form's field for a fault of one of the changes: `changes.3.until` is the last day. */
export function fieldOf(path: string): string {
  const field = path.replace(/^changes\.\d+\.?/, '') || 'divisions';

  return fields[field] ?? field;
}
