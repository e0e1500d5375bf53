import type { Unit as UnitAnswer, UnitKind } from '@anxing/contract/units';

import type { Services } from '../context';
import type { Unit } from '../models/unit';

async function countPoints(services: Services, units: readonly Unit[]): Promise<Map<string, number>> {
  if (units.length === 0) {
    return new Map();
  }
  const rows = await services.database.select(
    'SELECT unit_id, COUNT(*) AS points FROM points WHERE unit_id IN (?) GROUP BY unit_id',
    [units.map(({ id }) => id)],
  );

  return new Map(rows.map((row) => [String(row.unit_id), Number(row.points)]));
}

function present(unit: Unit, points: Map<string, number>): UnitAnswer {
  return {
    id: unit.id,
    name: unit.name,
    kind: unit.kind as UnitKind,
    creditCode: unit.creditCode,
    division: unit.division,
    category: unit.category,
    active: Boolean(unit.active),
    points: points.get(unit.id) ?? 0,
    createdAt: unit.createdAt,
  };
}

export async function presentUnits(services: Services, units: readonly Unit[]): Promise<UnitAnswer[]> {
  const points = await countPoints(services, units);

  return units.map((unit) => present(unit, points));
}

export async function presentUnit(services: Services, unit: Unit): Promise<UnitAnswer> {
  return present(unit, await countPoints(services, [unit]));
}
