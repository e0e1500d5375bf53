const separators = [',', '\t', ';'] as const;

export interface Sniffed {
  separator: string;
  /** All texts, those that were read among them. */
  all: AsyncIterable<string>;
}

/** The first line with anything in it, and whether its end is there; a byte order mark is nothing. */
function headOf(text: string): { line: string; isWhole: boolean } {
  const start = text.search(/\S/);
  const line = start < 0 ? '' : text.slice(start);
  const end = line.search(/[\r\n]/);

  return end < 0 ? { line, isWhole: false } : { line: line.slice(0, end), isWhole: true };
}

/** Whichever stands most in the head outside of quotes; a comma where there is none. */
function separatorIn(text: string): string {
  const head = headOf(text).line.replace(/"[^"]*"/g, '');
  const counts = separators.map((one) => head.split(one).length);

  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * What separates the cells of a CSV text. Reads no further than its first line.
 * @param longest characters after which a line without an end is not read on
 */
export async function sniffSeparator(texts: AsyncIterable<string>, longest: number): Promise<Sniffed> {
  const rest = texts[Symbol.asyncIterator]();
  let head = '';
  let isOver = false;
  while (!isOver && !headOf(head).isWhole && head.length <= longest) {
    const { value, done } = await rest.next();
    isOver = done === true;
    head += isOver ? '' : value;
  }

  async function* all(): AsyncGenerator<string> {
    try {
      if (head !== '') {
        yield head;
      }
      while (!isOver) {
        const { value, done } = await rest.next();
        isOver = done === true;
        if (!isOver) {
          yield value;
        }
      }
    } finally {
      await rest.return?.();
    }
  }

  return { separator: separatorIn(head), all: all() };
}
