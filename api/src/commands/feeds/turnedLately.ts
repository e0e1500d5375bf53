import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import { gatherByLines } from './countByLines';

/** Who splits what is too much for one batch has to wait for so long. */
const togetherMs = 24 * 3_600_000;

/**
 * At most how many people the deliverer's batches of the last 24 hours made lose the clear colour, without those that two
 * people saw to. Whoever is still clear counts as long as the batch's people are not judged anew.
 * @param kinds of the source for which somebody loses the clear colour
 * @param enough more than so many are not counted
 */
export async function turnedLately(
  services: Services,
  { source, channel }: FeedBatch,
  kinds: readonly string[],
  enough: number,
): Promise<number> {
  const { database, colours, clock } = services;
  const since = clock.now() - togetherMs;
  const turned = { who: 'p.colour <> ? AND p.colour_since > ?', values: [colours.clear, since] };
  const all = { who: `((${turned.who}) OR p.colour = ?)`, values: [...turned.values, colours.clear] };
  const batches = await database.read(
    'SELECT number, changed_people FROM feed_batches WHERE source = ? AND in_force_at > ? AND channel = ? ' +
      "AND change_id IS NULL AND origin = 'key'",
    [source, since, channel],
  );
  const people = new Set<string>();
  for (const { number, changed_people: changed } of batches) {
    const who = changed === null ? all : turned;
    await gatherByLines(services, { batch: Number(number), kinds, ...who }, people, enough);
  }

  return people.size;
}
