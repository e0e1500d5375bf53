import type { Services } from '../../context';
import type { Job } from '../../jobs/job';
import { endUnclearDuty } from './endUnclearDuty';

const atOnce = 200;

/** On duty with another colour than the clear one, by id. */
function unclearAfter({ database, colours }: Services, id: string) {
  return database.select(
    'SELECT duties.id, duties.person_id FROM duties JOIN persons ON persons.id = duties.person_id ' +
      'WHERE duties.until IS NULL AND duties.id > ? AND persons.colour <> ? ORDER BY duties.id LIMIT ?',
    [id, colours.clear, atOnce],
  );
}

/** Whoever turned while on duty and checks nobody just now: visitors read of him at the poster. */
export const endUnclearDuties: Job = {
  name: 'end unclear duties',
  everyMs: 60_000,
  async perform(services) {
    let last = '';
    let found = atOnce;
    while (found === atOnce) {
      const rows = await unclearAfter(services, last);
      for (const row of rows) {
        const duty = { id: String(row.id), personId: String(row.person_id) };
        // One that cannot be ended keeps none of the others.
        await endUnclearDuty(services, duty).catch((err: unknown) =>
          services.logger.error({ err, duty: duty.id }),
        );
        last = duty.id;
      }
      found = rows.length;
    }
  },
};
