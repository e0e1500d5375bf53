import { checkInId } from './checkIn';
import { codeOf, type Door } from './door';
import type { BuiltPerson } from './factories/buildPerson';
import type { TestApi } from './testApi';

export type SignedIn = Pick<Door, 'auth' | 'point'>;

/** What is told of somebody beside his code. */
export interface LateMore {
  colour?: number;
  /** Age of the code when it was shown, ms. */
  shownMs?: number;
  direction?: string;
  decision?: string;
  temperature?: number;
  mask?: boolean | undefined;
}

/** A code that was shown and let in some time ago. */
export function lateScan(
  api: TestApi,
  person: BuiltPerson,
  agoMs: number,
  { colour = 1, shownMs = 2_000, ...more }: LateMore = {},
) {
  const id = checkInId(api.clock.now() - agoMs);
  const object = codeOf(api, person, -agoMs - shownMs, colour);

  return { id, object, decision: 'allow', mask: true, ...more };
}

export function sendLate(api: TestApi, { auth, point }: SignedIn, items: object[]) {
  return api.request.post('/api/v1/scans/late').set(auth).send({ pointId: point.id, items });
}

/** `taken`, or why not, of each. */
export async function lateAnswers(api: TestApi, door: SignedIn, items: object[]): Promise<string[]> {
  const { body } = await sendLate(api, door, items).expect(200);

  return body.items.map(({ taken, code }: { taken: boolean; code: string | null }) =>
    taken ? 'taken' : code,
  );
}

/** What is on record of a point, oldest first. */
export async function lateRows({ services }: TestApi, { point }: Pick<Door, 'point'>) {
  const rows = await services.database.select(
    'SELECT colour, decision, why, late, at FROM passages WHERE point_id = ? ORDER BY at',
    [Buffer.from(point.id.replaceAll('-', ''), 'hex')],
  );

  return rows.map(({ late, at, ...row }) => ({ ...row, late: Number(late), at: Number(at) }));
}
