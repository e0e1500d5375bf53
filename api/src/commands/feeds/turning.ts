import { isRegionCondition } from '@anxing/contract/riskRules';

import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { Person } from '../../models/person';
import type { RiskRules } from '../../risk/rules';
import { countByLines } from './countByLines';
import { endsTooMuch } from './endsTooMuch';
import { turnedLately } from './turnedLately';

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

/** For which kinds of a source somebody loses the clear colour by the rules in force, or by those that will be. */
async function kindsThatTurnSoon({ rules, clock }: Services, source: string): Promise<string[]> {
  const versions = await rules.from(clock.now());

  return [...new Set(versions.flatMap((version) => kindsThatTurn(version, source)))];
}

/**
 * How many people with the clear colour a batch is about that is not in force yet: at most so many lose it. Who is in
 * two slices counts twice.
 */
export async function countTurning(services: Services, batch: FeedBatch): Promise<number> {
  return countByLines(services, {
    batch: Number(batch.number),
    kinds: await kindsThatTurnSoon(services, batch.source),
    who: 'p.colour = ?',
    values: [services.colours.clear],
  });
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
  const limit = await turningLimit(services);
  const own = await countTurning(services, batch);
  const kinds = await kindsThatTurnSoon(services, batch.source);
  // Else what is too much at once would pass in parts.
  const isCounted = own > 0 && batch.origin === 'key';
  const turned = isCounted ? own + (await turnedLately(services, batch, kinds, limit)) : own;

  return {
    turned: turned > limit ? turned : undefined,
    ended: await endsTooMuch(services, batch, ended),
  };
}
