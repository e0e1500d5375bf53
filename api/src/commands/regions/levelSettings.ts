import type { z } from 'zod';

import { limits } from '@anxing/contract/limits';
import type { regionLevelsPropose } from '@anxing/contract/regions';

import { addDays } from '../../base/days';
import type { Services } from '../../context';

/** A level for some days of one division, as it was asked for. */
export type LevelSetting = z.output<typeof regionLevelsPropose>['changes'][number];

type Known = Pick<Services, 'config' | 'regionLevels'>;

function isDivision({ config }: Known, { division }: LevelSetting): boolean {
  return config.divisions.some(({ code }) => code === division);
}

function isLevel({ regionLevels }: Known, { level }: LevelSetting): boolean {
  return regionLevels.all.some(({ id }) => id === level);
}

/** Whether the configuration still knows what was proposed under an earlier one. */
export function areKnown(known: Known, settings: readonly LevelSetting[]): boolean {
  return settings.every((setting) => isDivision(known, setting) && isLevel(known, setting));
}

/**
 * What a schema cannot see of levels, by path. News comes late: a level may begin as long ago as stays in a region count,
 * and not earlier, since of that nothing follows any more.
 */
export function settingFaults(
  known: Known,
  settings: readonly LevelSetting[],
  today: string,
): Record<string, string> {
  const earliest = addDays(today, -limits.regionDays);
  const faults = settings.flatMap((setting, index): [string, string][] => {
    const { division, from, until } = setting;
    const isTwice = settings.findIndex((one) => one.division === division) < index;

    return [
      ...(isTwice ? [['division', 'twice'] as const] : []),
      ...(isDivision(known, setting) ? [] : [['division', 'division'] as const]),
      ...(isLevel(known, setting) ? [] : [['level', 'regionLevel'] as const]),
      ...(from < earliest ? [['from', 'past'] as const] : []),
      ...(until !== null && until <= from ? [['until', 'range'] as const] : []),
    ].map(([field, key]) => [`changes.${index}.${field}`, key]);
  });

  return Object.fromEntries(faults);
}
