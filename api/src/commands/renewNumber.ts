import { dayOf } from '../base/days';
import { AppError } from '../base/errors';
import { idToBytes } from '../base/ids';
import { newNumber } from '../codes/number12';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { BatchLoader } from '../storage/batchLoader';
import type { Link } from '../storage/link';
import { systemActor } from '../storage/scene';
import { withFreshNumbers } from './withFreshNumbers';

type Numbers = ReadonlyMap<string, string>;

interface Drawn {
  /** Of everybody who was asked for. */
  numbers: Numbers;
  /** Whose number is a new one. */
  renewed: string[];
}

/** One statement for all: `CASE id WHEN … THEN …`. */
async function storeNumbers(drawn: Numbers, today: string, tx: Link): Promise<void> {
  const cases = [...drawn].map(() => 'WHEN ? THEN ?').join(' ');
  await tx.execute(`UPDATE persons SET number = CASE id ${cases} END, number_day = ? WHERE id IN (?)`, [
    ...[...drawn].flat(),
    today,
    [...drawn.keys()],
  ]);
}

async function draw({ database }: Services, ids: readonly string[], today: string, tx: Link): Promise<Drawn> {
  const rows = await tx.select(
    `SELECT id, number, number_day FROM persons WHERE id IN (?) ORDER BY id${database.forUpdate}`,
    [ids],
  );
  const isToday = (row: { number_day?: unknown }) => row.number_day === today;
  const kept = rows.filter(isToday).map(({ id, number }) => [String(id), String(number)] as const);
  const stale = rows.filter((row) => !isToday(row)).map(({ id }) => String(id));
  const drawn = new Map(stale.map((id) => [id, newNumber()]));
  if (drawn.size > 0) {
    await storeNumbers(drawn, today, tx);
  }

  return { numbers: new Map([...kept, ...drawn]), renewed: stale };
}

/** Draws numbers for many people in one transaction, with one audit event. */
async function drawAll(services: Services, ids: readonly string[]): Promise<Numbers> {
  const now = services.clock.now();
  const today = dayOf(now, services.config.brand.zone);
  const { numbers, renewed } = await withFreshNumbers(() =>
    services.database.batch(async (tx) => {
      const drawn = await draw(services, ids, today, tx);
      const details = {
        count: drawn.renewed.length,
        ids: Buffer.concat(drawn.renewed.map(idToBytes)).toString('base64url'),
      };
      const [target] = drawn.renewed;
      const events = target === undefined ? [] : [{ action: 'persons.numbers', target, details }];
      await services.audit.append({ actor: systemActor, ip: null, now, events }, tx);

      return drawn;
    }),
  );
  services.bus.publish(
    'changes',
    renewed.map((id) => ({ table: 'persons', id })),
  );

  return numbers;
}

const loaders = new WeakMap<Services, BatchLoader<string>>();

function loaderOf(services: Services): BatchLoader<string> {
  let loader = loaders.get(services);
  if (!loader) {
    loader = new BatchLoader((ids) => drawAll(services, ids));
    loaders.set(services, loader);
  }

  return loader;
}

/**
 * The person's 12-digit number of today. The first showing of a day draws a new one, in the morning for everybody at
 * about the same time: those who come together are written together.
 */
export async function numberOfToday(services: Services, person: Person): Promise<string> {
  const today = dayOf(services.clock.now(), services.config.brand.zone);
  if (person.numberDay === today && person.number !== null) {
    return person.number;
  }
  const number = await loaderOf(services).load(person.id);
  if (number === undefined) {
    throw new AppError('not_found');
  }

  return number;
}
