import type { Services } from '../../../context';
import type { Row } from '../../../storage/database';
import type { Link } from '../../../storage/link';
import { appendEvents, changesAfter, tellChanges } from './afterSlice';
import { judgeSlice } from './judgeSlice';
import { overduePersons, personsOf } from './nextPersons';
import { restAfter } from './rest';
import { SliceSize } from './sliceSize';

/** One transaction: people whom `hold` finds and holds, judged by what is in force then. */
async function judgeSome(
  services: Services,
  cause: string,
  hold: (link: Link) => Promise<Row[]>,
): Promise<number> {
  const { found, changes } = await services.database.bulk(async (link) => {
    const persons = await hold(link);
    const now = services.clock.now();
    const rules = await services.rules.within(link, now);
    const { events, ...slice } = await judgeSlice(services, link, persons, { rules, now });
    await appendEvents(services, link, events, now);

    return { found: persons.length, changes: changesAfter(cause, slice) };
  });
  tellChanges(services, changes);

  return found;
}

/** Judges these people anew. @param ids of persons */
export async function judgeThese(services: Services, ids: readonly string[]): Promise<void> {
  const { database } = services;
  const size = new SliceSize(database.dialect);
  let left = ids;
  while (left.length > 0) {
    const next = left.slice(0, size.rows);
    left = left.slice(size.rows);
    const began = performance.now();
    await judgeSome(services, 'scans', (link) => personsOf(database, link, next));
    const ms = performance.now() - began;
    size.took(ms);
    await restAfter(ms, next.length);
  }
}

/** Judges everybody whose colour or reasons end by now. */
export async function performOverdue(services: Services): Promise<void> {
  const { database, clock } = services;
  const size = new SliceSize(database.dialect);
  for (;;) {
    const began = performance.now();
    const found = await judgeSome(services, 'time', (link) =>
      overduePersons(database, link, clock.now(), size.rows),
    );
    if (found < size.rows) {
      return;
    }
    const ms = performance.now() - began;
    size.took(ms);
    await restAfter(ms, found);
  }
}
