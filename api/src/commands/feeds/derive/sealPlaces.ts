import { breathe } from '../../../base/breathe';
import type { Services } from '../../../context';
import type { SealedPlace } from '../../../risk/feedRows/feedRow';
import { SpelledKeys } from '../../../risk/feedRows/placeKeys';
import type { Row } from '../../../storage/database';
import type { RegisterPlace, RegisterRow } from './openRegister';

const placesAtOnce = { sqlite: 25, mysql: 500 };

const idOf = ({ batch, line }: RegisterPlace) => `${batch} ${line}`;

function placeOf({ division, community, building }: Row): SealedPlace {
  return { division: String(division), community: String(community), building: String(building) };
}

/** Under which keys else homes of these seals may be on record. Seals from before their names were kept have none. */
export async function spelledKeysOf(
  { database, index }: Services,
  seals: readonly RegisterPlace[],
): Promise<(seal: RegisterPlace) => SpelledKeys | undefined> {
  const lines = new Map<number, number[]>();
  for (const { batch, line } of seals) {
    lines.set(batch, [...(lines.get(batch) ?? []), line]);
  }
  const known = new Map<string, SpelledKeys>();
  for (const [batch, ofBatch] of lines) {
    const rows = await database.read(
      'SELECT line, division, community, building FROM seal_places WHERE batch = ? AND line IN (?)',
      [batch, ofBatch],
    );
    rows.forEach((row) => {
      known.set(idOf({ batch, line: Number(row.line) }), new SpelledKeys(index, placeOf(row)));
    });
  }

  return (seal) => known.get(idOf(seal));
}

/** How many people a seal found. */
export interface SealMatch {
  seal: Pick<RegisterRow, 'batch' | 'line' | 'channel'>;
  people: number;
}

/** By deliverer, the batch that is in force. */
async function latestLists({ database }: Services): Promise<Map<string, number>> {
  const rows = await database.read(
    "SELECT channel, MAX(number) AS number FROM feed_batches WHERE source = 'sealed' AND origin <> 'derived' " +
      'AND in_force_at IS NOT NULL GROUP BY channel',
    [],
  );

  return new Map(rows.map(({ channel, number }) => [String(channel), Number(number)]));
}

/** Notes how many people each seal found, for who reads the list that is in force. */
export async function noteMatches(services: Services, matches: readonly SealMatch[]): Promise<void> {
  const { database } = services;
  const lists = await latestLists(services);
  const size = placesAtOnce[database.dialect];
  for (let start = 0; start < matches.length; start += size) {
    const some = matches.slice(start, start + size);
    await database.bulk(async (link) => {
      for (const { seal, people } of some) {
        await link.execute('UPDATE seal_places SET people = ?, list = ? WHERE batch = ? AND line = ?', [
          people,
          lists.get(seal.channel) ?? null,
          seal.batch,
          seal.line,
        ]);
      }
    });
    await breathe();
  }
}
