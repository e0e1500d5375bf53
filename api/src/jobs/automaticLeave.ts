import { setImmediate as nextTurn } from 'node:timers/promises';

import { idFromBytes } from '../base/ids';
import { writeAs, type Services } from '../context';
import { endPresences } from '../flow/endPresences';
import { tellOfPresences } from '../flow/tellOfPresences';
import type { StoredPresence } from '../flow/storedPresences';
import { systemActor } from '../storage/scene';
import type { Job } from './job';

/** People who are let go in one transaction: on SQLite it keeps everybody else waiting. */
const slice = 100;

/** Some of those whose stay time is over, the longest first. */
async function findOverstays({ database, clock }: Services): Promise<string[]> {
  const rows = await database.select(
    'SELECT person_id FROM presences WHERE inside = 1 AND leaves_at <= ? ORDER BY leaves_at LIMIT ?',
    [clock.now(), slice],
  );

  return [...new Set(rows.map((row) => idFromBytes(row.person_id as Uint8Array)))];
}

/** Ends what is still open once the people are locked; who has come again meanwhile stays. */
function endOverstays(services: Services, personIds: readonly string[]): Promise<StoredPresence[]> {
  const { database, lease } = services;

  return writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
    const ended = await endPresences(
      database,
      lease.slot,
      personIds,
      ({ changedAt, leavesAt }) => (leavesAt <= scene.now ? { changedAt, leavesAt } : undefined),
      database.within(scene.tx),
    );
    if (ended.length > 0) {
      const points = [...new Set(ended.map(({ pointId }) => pointId))];
      const details = { count: ended.length, points };
      scene.events.push({ action: 'presences.expire', target: 'presences', details });
    }

    return ended;
  });
}

/** Whoever stays longer than the category of the place allows is taken to have left. */
export const automaticLeave: Job = {
  name: 'automatic leave',
  everyMs: 60_000,
  async perform(services) {
    for (;;) {
      const personIds = await findOverstays(services);
      if (personIds.length === 0) {
        return;
      }
      tellOfPresences(services.bus, await endOverstays(services, personIds));
      await nextTurn();
    }
  },
};
