import { Op, type WhereOptions } from 'sequelize';

import { limits } from '@anxing/contract/limits';
import type { PointFilter } from '@anxing/contract/points';
import type { PosterHint } from '@anxing/contract/posters';

import type { Services } from '../context';
import { containing } from '../models/containing';
import type { StaffCaller } from '../web/caller';
import { pointsInSight } from './pointsInSight';

const dayMs = 86_400_000;
const inForce =
  'SELECT posters.point_id AS id FROM points JOIN posters ON posters.point_id = points.id ' +
  'WHERE points.unit_id = ? AND posters.revoked_at IS NULL';
const printed = 'EXISTS (SELECT 1 FROM poster_prints WHERE poster_prints.poster_id = posters.id';

/** Points of a unit by what is the matter with their poster; a unit has few thousand at most. */
async function hintedPoints(
  { database, clock }: Services,
  unitId: string,
  hint: PosterHint,
): Promise<string[]> {
  const silentSince = clock.now() - limits.posterSilentDays * dayMs;
  const [sql, ...values] = {
    missing: [
      'SELECT points.id FROM points LEFT JOIN posters ON posters.point_id = points.id AND posters.revoked_at IS NULL ' +
        'WHERE points.unit_id = ? AND points.active = 1 AND posters.id IS NULL',
    ],
    unprinted: [`${inForce} AND NOT ${printed})`],
    unscanned: [
      `${inForce} AND posters.first_scanned_at IS NULL AND ${printed} AND poster_prints.at <= ?)`,
      silentSince,
    ],
  }[hint];
  const rows = await database.select(String(sql), [unitId, ...values]);

  return rows.map(({ id }) => String(id));
}

/** What a list of points is filtered by, within what the caller may see. */
export async function pointConditions(
  services: Services,
  caller: StaffCaller,
  { q, category, active, poster }: PointFilter,
): Promise<WhereOptions> {
  const conditions: WhereOptions[] = [
    await pointsInSight(caller),
    ...(q ? [containing(['name', 'address'], q)] : []),
    ...(category ? [{ category }] : []),
    ...(active ? [{ active: active === 'true' }] : []),
    ...(poster ? [{ id: await hintedPoints(services, caller.unit.id, poster) }] : []),
  ];

  return { [Op.and]: conditions };
}
