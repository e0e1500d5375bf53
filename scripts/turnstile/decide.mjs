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
 * What the gate does without the platform.
 * @param {{ lists?: object, takesPasses: boolean,
 *   asks?: { feverFrom?: number, temperature?: 'required' | 'asked', testHours?: number | null } }} held `asks` as a
 *   heartbeat tells it
 * @param {{ object: string, direction?: 'in' | 'out', temperature?: number }} scan
 * @returns {Promise<{ opens: boolean, why: string, colour?: string, decision: 'allow' | 'ask' | 'stop',
 *   isPassage: boolean }>} `isPassage`: somebody was recognised, so that there is something to tell the platform
 */
export async function decideHere(held, scan, now) {
  const { lists, takesPasses } = held;
  const stays = (failure, more = {}) => ({
    opens: false,
    why: wordsOf(failure),
    decision: 'stop',
    isPassage: false,
    ...more,
  });
  if (!lists) {
    return stays('noKeys');
  }
  const reading = await readHere(lists, takesPasses, scan.object, now);
  if (!reading.ok) {
    return stays(reading.failure);
  }
  const colour = lists.colours[reading.colour] ?? undefined;
  // Whoever leaves is not kept.
  const doubt = scan.direction === 'out' ? undefined : doubtOf(held, reading.colour, scan);
  if (doubt) {
    return stays(doubt.failure, { colour, decision: doubt.decision, isPassage: true });
  }

  return { opens: true, why: '', colour, decision: 'allow', isPassage: true };
}
