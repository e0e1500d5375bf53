import type { RevocationList } from '@anxing/contract/door';
import { limits } from '@anxing/contract/limits';

import { breathe } from '../../base/breathe';
import { passIdsOf } from '../../codes/outagePass';
import type { Services } from '../../context';
import type { Row } from '../../storage/database';

/** Beyond, the list would be megabytes at every door: it says so, and passes are not trusted meanwhile. */
const mostPeople = 50_000;
const atOnce = 1_000;

/** Rows are stored a moment after their time was taken. */
const overlapMs = 30_000;
const passMs = limits.passHours * 3_600_000;

interface Changed {
  reference: Buffer;
  since: number;
}

function toChanged(row: Row): Changed {
  return { reference: Buffer.from(String(row.code_reference), 'hex'), since: Number(row.colour_since) };
}

/** Who holds a code and has had another colour since a moment, and whether these are all. */
async function changedSince({ database }: Services, since: number) {
  const rows = await database.read(
    'SELECT code_reference, colour_since FROM persons ' +
      'WHERE colour_since >= ? AND code_reference IS NOT NULL ORDER BY colour_since DESC LIMIT ?',
    [since, mostPeople + 1],
  );

  return { changed: rows.slice(0, mostPeople).map(toChanged), complete: rows.length <= mostPeople };
}

/** By every key that may have issued a pass which still counts. */
function entriesOf({ codeKeys }: Services, { reference, since }: Changed): RevocationList['passes'] {
  return codeKeys.all.flatMap((key) =>
    passIdsOf(key, reference, since).map((id) => ({ id: id.toString('base64url'), before: since })),
  );
}

async function cardsSince({ database }: Services, since: number): Promise<string[]> {
  const rows = await database.read('SELECT reference FROM paper_cards WHERE revoked_at >= ?', [since]);

  return rows.map(({ reference }) => Buffer.from(String(reference), 'hex').toString('base64url'));
}

/**
 * Passes that are void because their holder has another colour since, and cards that were revoked.
 * @param since ms: what is held already; passes older than their hours have ended by themselves
 */
export async function revocationsSince(services: Services, since = 0): Promise<RevocationList> {
  const asOf = services.clock.now();
  const from = Math.max(since - overlapMs, asOf - passMs);
  const [{ changed, complete }, cards] = await Promise.all([
    changedSince(services, from),
    cardsSince(services, Math.max(0, since - overlapMs)),
  ]);
  const passes: RevocationList['passes'] = [];
  for (let start = 0; start < changed.length; start += atOnce) {
    passes.push(...changed.slice(start, start + atOnce).flatMap((one) => entriesOf(services, one)));
    await breathe();
  }

  return { asOf, passes, cards, complete };
}
