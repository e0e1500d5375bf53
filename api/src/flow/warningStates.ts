import type { WarningLevel } from '@anxing/contract/crowd';
import type { Transaction } from 'sequelize';

import type { Database, Row } from '../storage/database';

/** How a point stands to one of its thresholds. There is one row per point and level, and it is changed locked. */
export interface WarningState {
  pointId: string;
  level: WarningLevel;
  isRaised: boolean;
  /** Of the last warning; 0 before the first. */
  crossing: number;
  /** The warning that stands, or stood last. */
  warningId: string | null;
  /** Most people inside while it stands. */
  peak: number;
}

const select =
  'SELECT s.point_id, s.level, s.raised, s.crossing, s.warning_id, w.peak FROM flow_states s ' +
  'LEFT JOIN flow_warnings w ON w.id = s.warning_id ';

function readState(row: Row): WarningState {
  return {
    pointId: String(row.point_id),
    level: row.level as WarningLevel,
    isRaised: Boolean(row.raised),
    crossing: Number(row.crossing),
    warningId: row.warning_id === null ? null : String(row.warning_id),
    peak: Number(row.peak ?? 0),
  };
}

/** What is known of points; there is nothing of those that never crossed a threshold. */
export async function readStates(database: Database, pointIds: readonly string[]): Promise<WarningState[]> {
  const rows = await database.select(`${select}WHERE s.point_id IN (?)`, [pointIds]);

  return rows.map(readState);
}

/** The state of a point, locked until the transaction ends; made when it is not there yet. */
export async function lockState(
  database: Database,
  key: Pick<WarningState, 'pointId' | 'level'> & { unitId: string; now: number },
  tx: Transaction,
): Promise<WarningState> {
  const { pointId, level, unitId, now } = key;
  await database.execute(
    'INSERT INTO flow_states (point_id, level, unit_id, raised, crossing, changed_at) VALUES (?, ?, ?, 0, 0, ?)' +
      database.onDuplicate(['point_id', 'level'], 'unit_id = new.unit_id'),
    [pointId, level, unitId, now],
    tx,
  );
  const [row = {}] = await database.select(
    `${select}WHERE s.point_id = ? AND s.level = ?${database.forUpdate}`,
    [pointId, level],
    tx,
  );

  return readState(row);
}

export function writeState(
  database: Database,
  { pointId, level, isRaised, crossing, warningId }: Omit<WarningState, 'peak'>,
  now: number,
  tx: Transaction,
): Promise<void> {
  return database.execute(
    'UPDATE flow_states SET raised = ?, crossing = ?, warning_id = ?, changed_at = ? WHERE point_id = ? AND level = ?',
    [Number(isRaised), crossing, warningId, now, pointId, level],
    tx,
  );
}

/** Notes that more people are inside than a warning knows of. */
export function raisePeak(
  database: Database,
  warningId: string,
  peak: number,
  now: number,
  tx: Transaction,
): Promise<void> {
  return database.execute(
    'UPDATE flow_warnings SET peak = ?, peak_at = ? WHERE id = ? AND peak < ?',
    [peak, now, warningId, peak],
    tx,
  );
}

/** Units with a point that warns, or a warning that stands. */
export async function unitsThatWarn(database: Database): Promise<string[]> {
  const rows = await database.select(
    'SELECT DISTINCT unit_id FROM points WHERE active = 1 AND (capacity IS NOT NULL OR warning_line IS NOT NULL) ' +
      'UNION SELECT DISTINCT unit_id FROM flow_states WHERE raised = 1',
  );

  return rows.map((row) => String(row.unit_id));
}
