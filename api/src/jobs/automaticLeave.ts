import { idFromBytes } from '../base/ids';
import { writeAs, type Services } from '../context';
import { countFlow, type FlowChange } from '../flow/countFlow';
import { closePresence, lockPresences } from '../flow/presences';
import { systemActor, type Scene } from '../storage/scene';
import type { Job } from './job';

const batch = 100;

interface Overstay {
  personId: string;
  pointId: string;
  /** ms: when the stay time was over. */
  leftAt: number;
}

async function findOverstays(services: Services): Promise<Overstay[]> {
  const rows = await services.database.select(
    'SELECT person_id, point_id, leaves_at FROM presences WHERE inside = 1 AND leaves_at <= ? ORDER BY leaves_at LIMIT ?',
    [services.clock.now(), batch],
  );

  return rows.map((row) => ({
    personId: idFromBytes(row.person_id as Uint8Array),
    pointId: idFromBytes(row.point_id as Uint8Array),
    leftAt: Number(row.leaves_at),
  }));
}

/** Closes what is still open once the person is locked; who has come again meanwhile stays. */
async function closeAll(services: Services, scene: Scene, overstays: readonly Overstay[]): Promise<void> {
  const { database, settings } = services;
  const changes: FlowChange[] = [];
  for (const { personId, pointId, leftAt } of overstays) {
    await lockPresences(database, personId, scene.tx);
    if (await closePresence(database, personId, pointId, leftAt, scene.tx)) {
      changes.push({ pointId, at: leftAt, expired: 1 });
    }
  }
  await countFlow(database, settings.slot, changes, scene.tx);
  if (changes.length > 0) {
    const points = [...new Set(changes.map(({ pointId }) => pointId))];
    scene.events.push({
      action: 'presences.expire',
      target: 'presences',
      details: { count: changes.length, points },
    });
  }
}

/** Whoever stays longer than the category of the place allows is taken to have left. */
export const automaticLeave: Job = {
  name: 'automatic leave',
  everyMs: 60_000,
  async perform(services) {
    for (;;) {
      const overstays = await findOverstays(services);
      if (overstays.length === 0) {
        return;
      }
      await writeAs(services, { actor: systemActor, ip: null }, (scene) =>
        closeAll(services, scene, overstays),
      );
    }
  },
};
