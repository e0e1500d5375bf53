import type { FeedColumn } from '@anxing/contract/feeds';

import type { CsvRecord } from './csvRecord';
import type { DeliveredLine } from './readNdjson';

/** What a cell of a type looks like when nothing can be missing at its end. Of any other one nobody can tell. */
const whole: Partial<Record<FeedColumn['type'], RegExp>> = {
  date: /^(\d{8}|\d{4}[-/.]\d{2}[-/.]\d{2})$/,
  until: /^(\d{8}|\d{4}[-/.]\d{2}[-/.]\d{2})$/,
  instant: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/,
  idNumber: /^\d{17}[\dXx]$/,
  kind: /./,
  division: /^\d{12}$/,
  operation: /./,
};

/** Remembers how a text ended. */
export class TextEnd {
  private last = '';

  async *pass(texts: AsyncIterable<string>): AsyncGenerator<string> {
    for await (const text of texts) {
      this.last = text.at(-1) ?? this.last;
      yield text;
    }
  }

  get isLineEnd(): boolean {
    return this.last === '\n' || this.last === '\r';
  }
}

/** Which cell of a last line without its end may be cut; undefined when none. A day of one digit may have lost the other. */
function cutColumn(
  { record, raw }: CsvRecord,
  names: readonly string[],
  columns: readonly FeedColumn[],
): string | undefined {
  const last = record.at(-1) ?? '';
  const name = names[record.length - 1];
  const column = columns.find((one) => one.name === name);
  const form = column && whole[column.type];
  const isQuoted = raw.endsWith('"');
  if (record.length >= names.length && (isQuoted || form?.test(last.trim()) === true)) {
    return undefined;
  }

  return column?.name ?? '';
}

/**
 * The last line of a text that does not end with a line end, which many programs leave out: as it was read, or as a wrong
 * row when something may be missing of it.
 */
export function lastLines(
  lines: readonly DeliveredLine[],
  record: CsvRecord,
  names: readonly string[],
  columns: readonly FeedColumn[],
): DeliveredLine[] {
  const column = cutColumn(record, names, columns);
  if (column === undefined) {
    return [...lines];
  }

  return lines.map((line, at) =>
    at === lines.length - 1 ? { line: line.line, cells: undefined, column, fault: 'rowCut' } : line,
  );
}
