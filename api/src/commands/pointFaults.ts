import type { z } from 'zod';

import type { pointCreate } from '@anxing/contract/points';

import { liesIn } from '../base/divisions';
import type { ProvinceConfig } from '../base/provinceConfig';
import { unprintable } from '../posters/unprintable';

export type PointInput = z.output<typeof pointCreate>;
export type Faults = Record<string, string>;

export function knowsDivision({ divisions }: ProvinceConfig, code: string): boolean {
  return divisions.some((division) => division.code === code.slice(0, 6));
}

export function knowsCategory({ categories }: ProvinceConfig, id: string): boolean {
  return categories.some((category) => category.id === id);
}

/** Line and number plate belong to vehicles. */
export function vehicleFaults({ kind, line, plate }: Pick<PointInput, 'kind' | 'line' | 'plate'>): Faults {
  const given = kind === 'vehicle' ? {} : { line, plate };

  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value == null ? [] : [[name, 'vehicleOnly']])),
  );
}

/**
 * Where a point lies decides whose colours a region's level changes. So its unit cannot put it anywhere: it lies where
 * the operator has registered the unit.
 */
function divisionFault(config: ProvinceConfig, division: string, area: string): Faults {
  if (!knowsDivision(config, division)) {
    return { division: 'division' };
  }

  return liesIn(division, area) ? {} : { division: 'divisionOutside' };
}

/**
 * What a schema cannot see of a point: whether category and division exist, and whether its poster can be printed.
 * @param area the division of its unit
 */
export function pointFaults(config: ProvinceConfig, input: Partial<PointInput>, area: string): Faults {
  const { name, address, line, category, division } = input;

  return {
    ...(name !== undefined && unprintable(name).length > 0 ? { name: 'glyphs' } : {}),
    ...(address !== undefined && unprintable(address).length > 0 ? { address: 'glyphs' } : {}),
    ...(line && unprintable(line).length > 0 ? { line: 'glyphs' } : {}),
    ...(category !== undefined && !knowsCategory(config, category) ? { category: 'category' } : {}),
    ...(division === undefined ? {} : divisionFault(config, division, area)),
  };
}
