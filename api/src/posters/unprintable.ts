import { fontOf } from './fonts';
import type { FontWeight } from './fonts';

const weights: FontWeight[] = ['regular', 'bold'];
/** Never on paper: controls, invisible formatting, private use, unassigned, halves of pairs. */
const invisible = /\p{C}/u;
/** Tone marks of old dictionaries and repeat marks of vertical writing stand in the lines above and below. */
const outsideItsLine = /[\u302a-\u302d\u3031-\u3035]/u;
/** What no letter took up (NFC composes é, Ắ and が) is drawn over the character before it, or beside the first. */
const looseMark = /\p{M}/u;
const neverPrinted = [invisible, outsideItsLine, looseMark];
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** The BMP and what lies beyond, asked once per code point. */
const answers = new Map<number, boolean>();

/**
 * The characters that a poster cannot show, each once, in order: emoji, rare ideographs (Extension B and later),
 * scripts that the font lacks, marks that leave their line or belong to no letter, and anything invisible. A name with any of them is refused when it is saved.
 */
export function unprintable(text: string): string[] {
  const clusters = [...graphemes.segment(text.normalize('NFC'))].map(({ segment }) => segment);
  const missing = clusters.filter((cluster) => ![...cluster].every(isPrintable));

  return [...new Set(missing)];
}

function isPrintable(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  const answer =
    answers.get(codePoint) ?? (!neverPrinted.some((kind) => kind.test(character)) && hasGlyphs(codePoint));
  answers.set(codePoint, answer);

  return answer;
}

function hasGlyphs(codePoint: number): boolean {
  return weights.every((weight) => fontOf(weight).hasGlyphForCodePoint(codePoint));
}
