import type { Region, RegionHistoryItem } from '@anxing/contract/regions';

import divisions from '../../../../config/divisions.json';
import levels from '../../../../config/regionLevels.json';
import { fakeId } from './fakeIds';

export const fakeLevels = levels.levels;

function nameOf(code: string): string {
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];

  return [...new Set(above)]
    .map((one) => divisions.find((division) => division.code === one)?.name ?? '')
    .join('');
}

/** Those that have a level, by code. */
const raised: Record<string, { level: string; until: string | null; setFor?: string }> = {
  '350102': { level: 'cluster', until: null },
  '350103': { level: 'sporadic', until: '2026-12-05' },
  '420100': { level: 'community', until: null },
};

function regionOf(code: string, from: string): Region {
  const set = raised[code];
  const level = set?.level ?? 'none';

  return {
    division: code,
    name: nameOf(code),
    level,
    policy: fakeLevels.find(({ id }) => id === level)?.policy ?? '',
    from: set ? from : null,
    until: set?.until ?? null,
    setFor: set ? code : null,
  };
}

function isIn(code: string, within: string): boolean {
  return within.endsWith('0000')
    ? code.startsWith(within.slice(0, 2)) && code.endsWith('00') && code !== within
    : code.startsWith(within.slice(0, 4)) && code !== within;
}

/** @param from YYYY-MM-DD: since when they have their levels */
export function fakeRegions(within: string | undefined, from: string): Region[] {
  const codes = within
    ? divisions.map(({ code }) => code).filter((code) => isIn(code, within))
    : Object.keys(raised);

  return codes.map((code) => regionOf(code, from));
}

export function fakeRegionHistory(division: string, now: number): RegionHistoryItem[] {
  if (!raised[division]) {
    return [];
  }
  const item = (number: number, given: Partial<RegionHistoryItem>): RegionHistoryItem => ({
    id: fakeId(26, number),
    level: 'cluster',
    policy: fakeLevels[2]?.policy ?? '',
    from: '2026-11-12',
    until: null,
    recordedFrom: now - number * 86_400_000,
    recordedUntil: null,
    changeId: fakeId(20, 3),
    ...given,
  });

  return [
    item(9, {}),
    item(12, {
      level: 'sporadic',
      policy: fakeLevels[1]?.policy ?? '',
      from: '2026-11-09',
      until: '2026-11-23',
      recordedUntil: now - 9 * 86_400_000,
      changeId: null,
    }),
  ];
}

export const fakeNameOf = nameOf;
