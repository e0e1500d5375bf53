import { SheetRefused } from './sheetFile';

interface Mark {
  bytes: readonly number[];
  encoding: string;
}

/** Byte order marks (Unicode §23.8). */
const marks: readonly Mark[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];
/** What no text file contains. */
const binary = /[^\P{Cc}\t\n\v\f\r]/u;

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);

    return binary.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/**
 * The text of a file as spreadsheets write it: by its mark, else UTF-8, else GB 18030, which Excel in China writes.
 * @throws SheetRefused
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = marks.find(({ bytes: start }) => start.every((byte, i) => bytes[i] === byte));
  const encodings = mark ? [mark.encoding] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) {
      return text;
    }
  }
  throw new SheetRefused('sheetUnreadable');
}
