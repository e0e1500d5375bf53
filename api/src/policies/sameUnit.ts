import type { Unit } from '../models/unit';

/** A record of the unit that somebody acts for. */
export function sameUnit(unit: Unit, record: { unitId: string }): boolean {
  return record.unitId === unit.id;
}
