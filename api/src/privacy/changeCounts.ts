import { changeKinds } from '@anxing/contract/changes';
import type { Digest } from '@anxing/contract/digests';

import type { Database } from '../storage/database';

type ChangeCount = Digest['changes'][number];

/** What took two people between two instants (ms), by kind: proposed, and decided either way. */
export async function countChanges(database: Database, from: number, until: number): Promise<ChangeCount[]> {
  const proposed = await database.select(
    'SELECT kind, COUNT(*) AS found FROM changes WHERE proposed_at >= ? AND proposed_at < ? GROUP BY kind',
    [from, until],
  );
  const decided = await database.select(
    'SELECT kind, state, COUNT(*) AS found FROM changes WHERE decided_at >= ? AND decided_at < ? GROUP BY kind, state',
    [from, until],
  );
  const decidedAs = (kind: string, state: string) =>
    Number(decided.find((row) => row.kind === kind && row.state === state)?.found ?? 0);

  return changeKinds.map((kind) => ({
    kind,
    proposed: Number(proposed.find((row) => row.kind === kind)?.found ?? 0),
    approved: decidedAs(kind, 'approved'),
    rejected: decidedAs(kind, 'rejected'),
  }));
}
