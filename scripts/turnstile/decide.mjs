import { readHere } from './offline.mjs';
import { wordsOf } from './words.mjs';

/**
 * What the gate does without the platform.
 * @param {{ lists?: object, takesPasses: boolean }} held
 * @returns {Promise<{ opens: boolean, why: string, colour?: string, decision: 'allow' | 'stop', isPassage: boolean }>}
 *   `isPassage`: somebody was recognised, so that there is something to tell the platform
 */
export async function decideHere({ lists, takesPasses }, text, now) {
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
  const reading = await readHere(lists, takesPasses, text, now);
  if (!reading.ok) {
    return stays(reading.failure);
  }
  const colour = lists.colours[reading.colour] ?? undefined;
  if (!lists.opens.includes(reading.colour)) {
    return stays('colour', { colour, isPassage: true });
  }

  return { opens: true, why: '', colour, decision: 'allow', isPassage: true };
}
