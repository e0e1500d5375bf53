import { closePresence } from '../flow/presences';
import { countFlow } from '../flow/countFlow';
import { idFromBytes } from '../base/ids';
import { writeAs, type Services } from '../context';
import { Point } from '../models/point';
import { systemActor } from '../storage/scene';
import type { Job } from './job';

const batch = 200;

interface Overstay {
  personId: string;
  pointId: string;
  leftAt: number;
}

/** Those whose stay is longer than the category of the place allows. */
async function findOverstays(services: Services): Promise<Overstay[]> {
  const now = services.clock.now();
  const shortest = Math.min(...services.config.categories.map(({ stayMinutes }) => stayMinutes)) * 60_000;
  const rows = await services.database.select(
    'SELECT person_id, point_id, changed_at FROM presences WHERE inside = 1 AND changed_at < ? ORDER BY changed_at LIMIT ?',
    [now - shortest, batch],
  );
  const points = await Point.findAll({
    where: { id: rows.map((row) => idFromBytes(row.point_id as Uint8Array)) },
  });

  return rows.flatMap((row) => {
    const pointId = idFromBytes(row.point_id as Uint8Array);
    const category = points.find(({ id }) => id === pointId)?.category;
    const stay = services.config.categories.find(({ id }) => id === category)?.stayMinutes ?? 1440;
    const leftAt = Number(row.changed_at) + stay * 60_000;

    return leftAt <= now ? [{ personId: idFromBytes(row.person_id as Uint8Array), pointId, leftAt }] : [];
  });
}

/** Whoever stays longer than the category's stay time is taken to have left (U9). */
export const automaticLeave: Job = {
  name: 'automatic leave',
  everyMs: 60_000,
  async perform(services) {
    for (const { personId, pointId, leftAt } of await findOverstays(services)) {
      await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
        const isClosed = await closePresence(services.database, personId, pointId, leftAt, scene.tx);
        if (isClosed) {
          await countFlow(
            services.database,
            services.settings.slot,
            [{ pointId, at: leftAt, expired: 1 }],
            scene.tx,
          );
        }
      });
    }
  },
};
