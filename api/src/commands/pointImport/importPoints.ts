import { createHash } from 'node:crypto';

import { fieldError } from '@anxing/contract/fieldErrors';
import { limits } from '@anxing/contract/limits';
import type { PointImport } from '@anxing/contract/pointSheets';
import type { Transaction } from 'sequelize';

import { AppError } from '../../base/errors';
import { writeAs, type Origin, type Services } from '../../context';
import { lockOne } from '../../models/auditedModel';
import { Point } from '../../models/point';
import { Unit } from '../../models/unit';
import { readSheetFile } from '../../sheets/readSheetFile';
import { SheetRefused } from '../../sheets/sheetFile';
import { addPlanned } from './addPlanned';
import { planImport, type ImportPlan } from './planImport';
import { readPointTable, type PointTable } from './pointTable';

async function readTable(file: Buffer): Promise<PointTable> {
  try {
    return readPointTable(await readSheetFile(file, { rows: limits.sheetRows }));
  } catch (error) {
    if (error instanceof SheetRefused) {
      throw new AppError('sheet_refused', { fields: [fieldError('file', error.fault)], cause: error });
    }
    throw error;
  }
}

async function planFor(
  { config }: Services,
  unit: Unit,
  table: PointTable,
  tx?: Transaction,
): Promise<ImportPlan> {
  const points = await Point.findAll({ where: { unitId: unit.id }, transaction: tx ?? null });
  const open = points.filter(({ active }) => active).length;

  return planImport(table, {
    config,
    area: unit.division,
    points,
    room: limits.pointsPerUnit - open,
  });
}

/** All good rows in one transaction: the unit is locked, so that the same list twice at once adds them once. */
function addAll(services: Services, origin: Origin, { id }: Unit, table: PointTable) {
  return writeAs(services, origin, async (scene) => {
    const unit = await lockOne(Unit, scene, { id });
    if (!unit) {
      throw new AppError('not_found');
    }
    const plan = await planFor(services, unit, table, scene.tx);

    return { plan, added: await addPlanned(scene, id, plan.ready) };
  });
}

/**
 * Checks a list of points; nothing is added before the same file comes again with what the check answered.
 * @param confirm what the check answered
 * @throws sheet_refused when it cannot be read; sheet_changed when the file is another one
 */
export async function importPoints(
  services: Services,
  origin: Origin,
  unit: Unit,
  file: Buffer,
  confirm?: string,
): Promise<PointImport> {
  const check = createHash('sha256').update(file).digest('base64url');
  if (confirm !== undefined && confirm !== check) {
    throw new AppError('sheet_changed');
  }
  const table = await readTable(file);
  const { plan, added } = confirm
    ? await addAll(services, origin, unit, table)
    : { plan: await planFor(services, unit, table), added: null };

  return {
    check,
    rows: table.rows.length,
    ready: plan.ready.length,
    faults: plan.faults,
    ignored: table.ignored,
    added,
  };
}
