import type { Unit } from '../models/unit';

/** The operator does not lock himself out. */
export function maySuspend(unit: Unit): boolean {
  return unit.kind !== 'operator';
}
