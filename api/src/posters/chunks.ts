import { closingMark, countingWord, openingMark, runs } from './characters';
import { characterCount, textWidth } from './textWidth';
import type { FontWeight } from './fonts';

/** How good a place before a chunk is for a new line: at a space or bracket, between words, inside a word or brackets. */
export type BreakQuality = 'natural' | 'word' | 'inside';

/** A piece that stays on one line. */
export interface Chunk {
  text: string;
  /** em. */
  width: number;
  /** A space to set when the chunk does not start a line; em. */
  spaceBefore: number;
  breakBefore: BreakQuality;
}

interface Piece {
  text: string;
  spaced: boolean;
  /** Where the piece begins in the text. */
  at: number;
}

/** A row of nothing but brackets has to break somewhere. */
const gluedCharactersMax = 4;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Splits a text where a line may break: words and numbers stay whole, brackets stay with what they enclose. */
export function chunksOf(text: string, weight: FontWeight): Chunk[] {
  const wordStarts = new Set([...words.segment(text)].map(({ index }) => index));

  return glued(piecesOf(text), Number.POSITIVE_INFINITY).map((piece) =>
    chunkOf(piece, weight, qualityOf(piece, wordStarts, text)),
  );
}

/** Every character by itself, marks with their neighbour: for a word longer than a line. */
export function characterChunks(text: string, weight: FontWeight): Chunk[] {
  const pieces = [...text.matchAll(/\S\p{M}*/gu)].map((match) => ({
    text: match[0],
    spaced: text.charAt(match.index - 1) === ' ',
    at: match.index,
  }));

  return glued(pieces, gluedCharactersMax).map((piece) => chunkOf(piece, weight, 'inside'));
}

function chunkOf({ text, spaced }: Piece, weight: FontWeight, breakBefore: BreakQuality): Chunk {
  return {
    text,
    width: textWidth(text, weight),
    spaceBefore: spaced ? textWidth(' ', weight) : 0,
    breakBefore,
  };
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let spaced = false;
  for (const match of text.matchAll(runs)) {
    const isSpace = match[0].trim() === '';
    if (!isSpace) {
      pieces.push({ text: match[0], spaced, at: match.index });
    }
    spaced = isSpace;
  }

  return pieces;
}

function glued(pieces: Piece[], charactersMax: number): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const before = result.at(-1);
    if (before && belongTogether(before, piece) && characterCount(before.text) < charactersMax) {
      before.text += piece.spaced ? ` ${piece.text}` : piece.text;
    } else {
      result.push({ ...piece });
    }
  }

  return result;
}

function belongTogether(before: Piece, piece: Piece): boolean {
  const isCounted = /[0-9０-９]$/u.test(before.text) && countingWord.test(piece.text);

  return openingMark.test(before.text) || closingMark.test(piece.text) || isCounted;
}

function qualityOf(piece: Piece, wordStarts: Set<number>, text: string): BreakQuality {
  const isAfterMark = /[）》】」』，、；。]\s?$/u.test(text.slice(0, piece.at));
  if (piece.spaced || isAfterMark || /^[（《【「『(]/u.test(piece.text)) {
    return 'natural';
  }

  return wordStarts.has(piece.at) && !isBracketed(text.slice(0, piece.at)) ? 'word' : 'inside';
}

function isBracketed(before: string): boolean {
  const opened = before.match(/[（《【「『〔]/gu)?.length ?? 0;
  const closed = before.match(/[）》】」』〕]/gu)?.length ?? 0;

  return opened > closed;
}
