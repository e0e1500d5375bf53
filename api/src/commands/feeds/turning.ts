import { isRegionCondition } from '@anxing/contract/riskRules';

import { breathe } from '../../base/breathe';
import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { Person } from '../../models/person';
import type { RiskRules } from '../../risk/rules';
import { endsTooMuch } from './endsTooMuch';
import { turnedLately } from './turnedLately';

const linesAtOnce = { sqlite: 500, mysql: 10_000 };

/** How many people may lose the clear colour without a second person seeing to it. */
export async function turningLimit({ config }: Services): Promise<number> {
  const { share, people } = config.policy.turning;

  return Math.max(people, Math.floor((await Person.count()) * share));
}

/** The kinds of a source for which somebody loses the clear colour. */
export function kindsThatTurn({ rules }: RiskRules, source: string): string[] {
  const conditions = rules.filter(({ enabled }) => enabled).flatMap(({ when }) => when);
  const kinds = conditions.flatMap((condition) =>
    !isRegionCondition(condition) && condition.source === source ? condition.kinds : [],
  );

  return [...new Set(kinds)];
}

/**
 * How many people with the clear colour a batch is about that is not in force yet: at most so many lose it. Who is in
 * two slices counts twice.
 */
export async function countTurning(services: Services, batch: FeedBatch): Promise<number> {
  const { database, colours, clock } = services;
  const kinds = kindsThatTurn(await services.rules.at(clock.now()), batch.source);
  const size = linesAtOnce[database.dialect];
  // Lines of the file, of which some are empty: there are more of them than rows.
  const [last] = await database.read('SELECT MAX(line) AS line FROM facts WHERE batch = ?', [
    Number(batch.number),
  ]);
  let count = 0;
  for (let line = 0; kinds.length > 0 && line < Number(last?.line ?? 0); line += size) {
    const [row] = await database.read(
      'SELECT COUNT(DISTINCT p.id) AS count FROM facts f JOIN persons p ON p.identity_index = f.subject_index ' +
        'WHERE f.batch = ? AND f.line > ? AND f.line <= ? AND f.kind IN (?) AND p.colour = ?',
      [Number(batch.number), line, line + size, kinds, colours.clear],
    );
    count += Number(row?.count ?? 0);
    await breathe();
  }

  return count;
}

/** What a batch would do to the colours of many, told to the second person. */
export interface Turning {
  /**
   * At most so many people would lose the clear colour, by this batch and by those of its deliverer of the last 24 hours;
   * undefined when that is not too many.
   */
  turned: number | undefined;
  /** So many rows would no longer count, counted together likewise; undefined when that is not too many. */
  ended: number | undefined;
}

/**
 * What would be too much of a batch for one to decide: it makes many people lose the clear colour, or ends most of what
 * its deliverer has on record.
 */
export async function turningOf(services: Services, batch: FeedBatch, ended: number): Promise<Turning> {
  const own = await countTurning(services, batch);
  const kinds = kindsThatTurn(await services.rules.at(services.clock.now()), batch.source);
  // Else what is too much at once would pass in parts.
  const turned = own > 0 && batch.origin === 'key' ? own + (await turnedLately(services, batch, kinds)) : own;

  return {
    turned: turned > (await turningLimit(services)) ? turned : undefined,
    ended: await endsTooMuch(services, batch, ended),
  };
}
