import type { Info } from 'csv-parse';

import type { DeliveredLine } from './readNdjson';

/** A record of a CSV text, as the parser tells it. */
export interface CsvRecord {
  record: string[];
  info: Info;
  /** As it stood in the file, the end of the line before it or its own among it. */
  raw: string;
}

const unwrap = (raw: string): string => raw.replaceAll(/^[\r\n]+|[\r\n]+$/g, '');

/** Ends of lines within a record, not around it: how many there are, and how many the parser counts. */
export function breaksIn(raw: string): { lines: number; counted: number } {
  const within = unwrap(raw);

  return {
    lines: within.match(/\r\n|\r|\n/g)?.length ?? 0,
    counted: within.match(/[\r\n]/g)?.length ?? 0,
  };
}

/** Quotes as RFC 4180 has them: around a whole cell, doubled within it. */
function wellQuoted(separator: string): RegExp {
  const cell = `(?:"(?:[^"]|"")*"|[^"${separator}]*)`;

  return new RegExp(`^${cell}(?:${separator}${cell})*$`);
}

/** Reads the records of one text in order. A quote that belongs to nothing costs its own lines alone. */
export class CsvRecords {
  private readonly wellQuoted: RegExp;

  /** What the parser counts too many: the end of a line within a cell as two, when it is of two characters. */
  private counted = 0;

  constructor(
    readonly names: readonly string[],
    separator: string,
  ) {
    this.wellQuoted = wellQuoted(separator);
  }

  /** The line of a record, or every line that it swallowed: no cell of a feed has lines. */
  read({ record, info, raw }: CsvRecord): DeliveredLine[] {
    const isPlain = record.every((cell) => !/["\r\n]/.test(cell));
    if (isPlain) {
      return [this.plain(info.lines - this.counted, record)];
    }
    const { lines, counted } = breaksIn(raw);
    this.counted += counted - lines;
    const last = info.lines - this.counted;
    if (lines === 0 && this.wellQuoted.test(unwrap(raw))) {
      return [this.plain(last, record)];
    }

    return Array.from({ length: lines + 1 }, (_line, at) => ({
      line: last - lines + at,
      cells: undefined,
      fault: 'rowBroken',
    }));
  }

  private plain(line: number, record: readonly string[]): DeliveredLine {
    if (record.length !== this.names.length) {
      return { line, cells: undefined, fault: 'rowCells' };
    }
    const cells = this.names.map((name, at) => [name, record[at]?.replace(/^'(?=[=+\-@\d])/, '')]);

    return { line, cells: Object.fromEntries(cells), fault: '' };
  }
}
