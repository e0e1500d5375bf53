import { readHere } from './offline.mjs';
import { wordsOf } from './words.mjs';

/** In tenths of a degree, as it is kept and shown. */
const isFever = (temperature, feverFrom) => Math.round(temperature * 10) >= Math.round(feverFrom * 10);

/** What keeps somebody with a good code outside, while nobody can ask the platform. */
function doubtOf({ lists, asks }, colour, { temperature }) {
  const { feverFrom = Infinity, temperature: wanted = 'asked', testHours = null } = asks ?? {};
  if (!lists.opens.includes(colour)) {
    return { failure: 'colour', decision: 'stop' };
  }
  if (temperature !== undefined && isFever(temperature, feverFrom)) {
    return { failure: 'fever', decision: 'stop' };
  }
  if (testHours !== null) {
    return { failure: 'test', decision: 'ask' };
  }

  return wanted === 'required' && temperature === undefined
    ? { failure: 'temperature', decision: 'ask' }
    : undefined;
}

/**
 * How old the list is by which passes are judged here.
 * @returns {{ age: number | undefined, isComplete: boolean } | undefined}
 */
function ageOf({ revocations } = {}, now) {
  return revocations && { age: Math.max(0, now - revocations.asOf), isComplete: revocations.complete };
}

/**
 * What the gate does without the platform.
 * @param {{ lists?: object, takesPasses: boolean, serverTime?: number, shutBy?: 'device_disabled' | 'point_closed' | null,
 *   asks?: { feverFrom?: number, temperature?: 'required' | 'asked', testHours?: number | null },
 *   showings?: import('./showings.mjs').Showings }} held `asks` as a heartbeat tells it; `shutBy`: why the platform lets
 *   it open for nobody, as it said last; `showings`: what it has opened for
 * @param {{ object: string, direction?: 'in' | 'out', temperature?: number }} scan
 * @returns {Promise<{ opens: boolean, why: string, colour?: string, decision: 'allow' | 'ask' | 'stop',
 *   isPassage: boolean, list?: { age: number | undefined, isComplete: boolean } }>} `isPassage`: somebody was recognised, so that
 *   there is something to tell the platform; `list`: how old (ms) the list of revocations is that was gone by
 */
export async function decideHere(held, scan, now) {
  const { lists } = held;
  const list = ageOf(lists, now);
  const stays = (failure, { kind, ...more } = {}) => ({
    opens: false,
    why: wordsOf(failure, kind),
    decision: 'stop',
    isPassage: false,
    list,
    ...more,
  });
  if (held.shutBy) {
    return stays(held.shutBy);
  }
  if (!lists) {
    return stays('noKeys');
  }
  const reading = await readHere(lists, held, scan.object, now);
  if (!reading.ok) {
    // By a clock that is wrong nobody knows how old the list is.
    const unknown = reading.failure === 'clockWrong' && list ? { list: { ...list, age: undefined } } : {};

    return stays(reading.failure, { kind: reading.kind, ...unknown });
  }
  const colour = lists.colours[reading.colour] ?? undefined;
  // Whoever leaves is not kept.
  const doubt = scan.direction === 'out' ? undefined : doubtOf(held, reading.colour, scan);
  if (doubt) {
    return stays(doubt.failure, { colour, decision: doubt.decision, isPassage: true });
  }
  if ((await held.showings?.use(scan, now)) === false) {
    return stays(reading.kind === 'pass' ? 'passUsed' : 'used');
  }

  return { opens: true, why: '', colour, decision: 'allow', isPassage: true, list };
}
