import type { Cells } from './setting';

const chunkLength = 65_536;

/** Rows as lines of JSON, in pieces: no more of them is held than one piece. */
export async function* ndjson(rows: Iterable<Cells>): AsyncGenerator<Buffer> {
  let text = '';
  for (const cells of rows) {
    text += `${JSON.stringify(cells)}\n`;
    if (text.length >= chunkLength) {
      yield Buffer.from(text);
      text = '';
    }
  }
  if (text !== '') {
    yield Buffer.from(text);
  }
}
