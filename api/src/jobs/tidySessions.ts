import { writeAs } from '../context';
import { systemActor } from '../storage/scene';
import type { Job } from './job';

const dayMs = 86_400_000;

/** Forgets ended sessions and used SMS codes after a day. */
export const tidySessions: Job = {
  name: 'tidy sessions',
  everyMs: 3_600_000,
  async perform(services) {
    const { database } = services;
    await writeAs(services, { actor: systemActor, ip: null }, async (scene) => {
      const before = scene.now - dayMs;
      await database.execute('DELETE FROM sessions WHERE expires_at < ?', [before], scene.tx);
      await database.execute('DELETE FROM sms_codes WHERE expires_at < ?', [before], scene.tx);
      scene.events.push({ action: 'sessions.tidy', target: 'sessions', details: { before } });
    });
  },
};
