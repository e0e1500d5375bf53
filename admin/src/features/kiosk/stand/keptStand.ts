import { z } from 'zod';

import type { Stand } from '../types';

const shape = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  category: z.string(),
  place: z.string(),
});

/** Each staff member of this computer has an own one. */
function keyOf(staffId: string): string {
  return `anxing-kiosk-stand-${staffId}`;
}

/** Where this staff member stood at this computer the last time. */
export function keptStand(staffId: string): Stand | undefined {
  try {
    return shape.parse(JSON.parse(localStorage.getItem(keyOf(staffId)) ?? ''));
  } catch {
    return undefined;
  }
}

export function keepStand(staffId: string, stand: Stand): void {
  localStorage.setItem(keyOf(staffId), JSON.stringify(stand));
}
