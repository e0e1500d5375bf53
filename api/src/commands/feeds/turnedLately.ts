import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';

/** Who splits what is too much for one batch has to wait for so long. */
const togetherMs = 24 * 3_600_000;

/**
 * At most how many people the deliverer's batches of the last 24 hours made lose the clear colour, without those that two
 * people saw to. Whoever is still clear counts as long as the batch's people are not judged anew.
 * @param kinds of the source for which somebody loses the clear colour
 */
export async function turnedLately(
  { database, colours, clock }: Services,
  { source, channel }: FeedBatch,
  kinds: readonly string[],
): Promise<number> {
  if (kinds.length === 0) {
    return 0;
  }
  const since = clock.now() - togetherMs;
  const [row] = await database.read(
    'SELECT COUNT(DISTINCT p.id) AS count FROM feed_batches b JOIN facts f ON f.batch = b.number ' +
      'JOIN persons p ON p.identity_index = f.subject_index ' +
      "WHERE b.source = ? AND b.in_force_at > ? AND b.channel = ? AND b.change_id IS NULL AND b.origin = 'key' " +
      'AND f.kind IN (?) AND ((p.colour <> ? AND p.colour_since > ?) OR (p.colour = ? AND b.changed_people IS NULL))',
    [source, since, channel, [...kinds], colours.clear, since, colours.clear],
  );

  return Number(row?.count ?? 0);
}
