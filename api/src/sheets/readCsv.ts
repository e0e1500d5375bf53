import { columnsMax, rowsMax, SheetRefused, type TextRows } from './sheetFile';

const separators = [',', '\t', ';'];

/** Whichever separates most in the first line. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4_000).split(/\r?\n|\r/, 1)[0] ?? '';
  const counts = separators.map((separator) => head.split(separator).length);

  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Walks a CSV text (RFC 4180): quotes may hold separators, line breaks and doubled quotes. */
class CsvWalk {
  private readonly rows: TextRows = [];

  private row: string[] = [];

  private at = 0;

  constructor(
    private readonly text: string,
    private readonly separator: string,
  ) {}

  walk(): TextRows {
    while (this.at < this.text.length) {
      this.row.push(this.text[this.at] === '"' ? this.quoted() : this.plain());
      this.endCell();
    }
    if (this.row.length > 0) {
      this.endRow();
    }

    return this.rows;
  }

  private plain(): string {
    const start = this.at;
    while (this.at < this.text.length && !this.isEnd()) {
      this.at += 1;
    }

    return this.text.slice(start, this.at);
  }

  private quoted(): string {
    let value = '';
    let start = this.at + 1;
    for (;;) {
      const end = this.text.indexOf('"', start);
      if (end < 0) {
        throw new SheetRefused('sheetUnreadable');
      }
      value += this.text.slice(start, end);
      if (this.text[end + 1] !== '"') {
        this.at = end + 1;

        return value + this.plain();
      }
      value += '"';
      start = end + 2;
    }
  }

  private isEnd(): boolean {
    const character = this.text[this.at];

    return character === this.separator || character === '\n' || character === '\r';
  }

  private endCell(): void {
    if (this.text[this.at] === this.separator) {
      this.at += 1;
      if (this.at === this.text.length) {
        this.row.push('');
      }

      return;
    }
    this.at += this.text.startsWith('\r\n', this.at) ? 2 : 1;
    this.endRow();
  }

  private endRow(): void {
    if (this.rows.length > rowsMax) {
      throw new SheetRefused('sheetTooLong');
    }
    this.rows.push(this.row.slice(0, columnsMax));
    this.row = [];
  }
}

/** The rows of a CSV text, separated by commas, tabs or semicolons. @throws SheetRefused */
export function readCsv(text: string): TextRows {
  return new CsvWalk(text, separatorOf(text)).walk();
}
