import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import type { Row } from '../../storage/database';
import type { Scene } from '../../storage/scene';
import { isSealed } from './derive/residents';
import { tableOf, targetOf } from './feedTables';

const homeSql =
  'SELECT r.match_key, r.part_key, r.position FROM register_rows r JOIN feed_batches b ON b.number = r.batch ' +
  'LEFT JOIN feed_batches c ON c.number = r.closed_by ' +
  "WHERE r.subject_index = ? AND r.source = 'households' AND b.in_force_at IS NOT NULL AND c.in_force_at IS NULL";

const bytes = (cell: unknown): Buffer | null => (cell === null ? null : Buffer.from(cell as Uint8Array));

function placeOf(row: Row) {
  const matchKey = Buffer.from(row.match_key as Uint8Array);
  const position = row.position === null ? null : Number(row.position);

  return { matchKey, partKey: bytes(row.part_key), position };
}

/** Rows about sealed communities name nobody: they are about whoever lives there. */
async function sealsOfHome(
  { database }: Services,
  scene: Scene,
  { source, channel }: FeedBatch,
  subject: string,
): Promise<Row[]> {
  const homes = (await database.select(homeSql, [subject], scene.tx)).map(placeOf);
  if (homes.length === 0) {
    return [];
  }
  const seals = await database.select(
    'SELECT t.batch, t.closed_by, t.seen_in, t.match_key, t.part_key, t.position ' +
      `FROM register_rows t${database.usingIndex('register_rows_match_key')} ` +
      'JOIN feed_batches b ON b.number = t.batch WHERE t.match_key IN (?) AND t.source = ? AND b.channel = ?',
    [homes.map(({ matchKey }) => matchKey), source, channel],
    scene.tx,
  );

  return seals.filter((row) => {
    const seal = placeOf(row);

    return homes.some((home) => home.matchKey.equals(seal.matchKey) && isSealed(home, seal));
  });
}

/** The rows of a batch's deliverer that are about somebody, with what became of them. @param subject blind index */
export function rowsAbout(
  services: Services,
  scene: Scene,
  batch: FeedBatch,
  subject: string,
): Promise<Row[]> {
  const target = targetOf(services.feedRules, batch);
  if (target === 'seals') {
    return sealsOfHome(services, scene, batch, subject);
  }

  return services.database.select(
    `SELECT t.batch, t.closed_by, t.seen_in FROM ${tableOf(target)} t JOIN feed_batches b ON b.number = t.batch ` +
      'WHERE t.subject_index = ? AND t.source = ? AND b.channel = ?',
    [subject, batch.source, batch.channel],
    scene.tx,
  );
}
