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

/** What a schema cannot see of a point: whether category and division exist, and whether its poster can be printed. */
export function pointFaults(config: ProvinceConfig, input: Partial<PointInput>): Faults {
  const { name, address, category, division } = input;

  return {
    ...(name !== undefined && unprintable(name).length > 0 ? { name: 'glyphs' } : {}),
    ...(address !== undefined && unprintable(address).length > 0 ? { address: 'glyphs' } : {}),
    ...(category !== undefined && !knowsCategory(config, category) ? { category: 'category' } : {}),
    ...(division !== undefined && !knowsDivision(config, division) ? { division: 'division' } : {}),
  };
}
