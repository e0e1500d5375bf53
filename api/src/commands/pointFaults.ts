import type { z } from 'zod';

import type { pointCreate } from '@anxing/contract/points';

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

/** What a schema cannot see of a point: whether category and division exist, and whether its poster can be printed. */
export function pointFaults(config: ProvinceConfig, input: Partial<PointInput>): Faults {
  const { name, address, line, category, division } = input;

  return {
    ...(name !== undefined && unprintable(name).length > 0 ? { name: 'glyphs' } : {}),
    ...(address !== undefined && unprintable(address).length > 0 ? { address: 'glyphs' } : {}),
    ...(line && unprintable(line).length > 0 ? { line: 'glyphs' } : {}),
    ...(category !== undefined && !knowsCategory(config, category) ? { category: 'category' } : {}),
    ...(division !== undefined && !knowsDivision(config, division) ? { division: 'division' } : {}),
  };
}
