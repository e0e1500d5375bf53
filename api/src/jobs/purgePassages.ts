import { addDays, dayOf, dayOfNumber } from '../base/days';
import type { Services } from '../context';
import { countUpTo, daysBefore, digestUpTo, dropUpTo, type DayDigest } from '../passages/passageDays';
import { announce, confirm, holdDay, takeDay, type Purging } from './purgeRows';

/** So often the other processes are told that a big day is still being counted. */
const holdMs = 30_000;

async function announced(services: Services, purging: Purging): Promise<DayDigest> {
  if (purging.announced) {
    return purging.announced;
  }
  let heldAt = services.clock.now();
  const digest = await digestUpTo(services.database, purging.day, async () => {
    if (services.clock.now() - heldAt >= holdMs) {
      heldAt = services.clock.now();
      await holdDay(services, purging);
    }
  });
  await announce(services, purging, digest);

  return digest;
}

/** Each step may be the last one of its process: the next one goes on from there. */
async function purgeDay(services: Services, day: string): Promise<void> {
  const purging = await takeDay(services, day);
  if (!purging) {
    return;
  }
  const digest = await announced(services, purging);
  await dropUpTo(services.database, day);
  const remaining = await countUpTo(services.database, day);
  await confirm(services, purging, digest, remaining);
  services.logger.info({ job: 'purge', day, found: digest.found, remaining });
}

/** Days whose time is over, that are still there or whose end was not told yet. */
async function overdueDays(services: Services): Promise<string[]> {
  const { database, clock, config } = services;
  const first = addDays(dayOf(clock.now(), config.brand.zone), -config.retention.passageDays);
  const begun = await database.select(
    "SELECT day FROM purges WHERE subject = 'passages' AND state = 'announced' ORDER BY day",
  );
  const told = begun.map((row) => dayOfNumber(Number(row.day)));

  return [...new Set([...told, ...(await daysBefore(database, first))])].sort();
}

/**
 * Drops the days of passages that are over their time, with proof: the audit chain holds how many rows there were and
 * a digest over them before they go, and that none remained afterwards.
 */
export async function purgePassages(services: Services): Promise<void> {
  for (const day of await overdueDays(services)) {
    await purgeDay(services, day);
  }
}
