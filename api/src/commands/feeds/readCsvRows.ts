import { Readable } from 'node:stream';

import type { FeedColumn } from '@anxing/contract/feeds';
import { limits } from '@anxing/contract/limits';
import { parse, type CsvError, type Info } from 'csv-parse';

import { BatchRefused } from './batchRefused';
import { sniffSeparator } from './csvSeparator';
import type { DeliveredLine } from './readNdjson';

interface Read {
  record: string[];
  info: Info;
}

/** A quote without its other half swallows everything behind it: the file cannot be trusted. */
function refusalOf(error: unknown): unknown {
  const { code, lines } = error as Partial<CsvError> & { lines?: number };

  return code?.startsWith('CSV_') ? new BatchRefused('lineTooLong', String(lines ?? '')) : error;
}

/** Names of the columns in the order of the head, which may use names or titles. @throws BatchRefused */
function headOf(record: readonly string[], columns: readonly FeedColumn[]): string[] {
  const names = record.map((cell) => {
    const head = cell.trim();

    return columns.find(({ name, title }) => name === head || title === head)?.name ?? head;
  });
  const missing = columns.filter(({ name, required }) => required && !names.includes(name));
  if (missing.length > 0) {
    throw new BatchRefused('columns', missing.map(({ title }) => title).join('、'));
  }
  const twice = columns.filter(({ name }) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice.length > 0) {
    throw new BatchRefused('columns', `${twice.map(({ title }) => title).join('、')} 重复`);
  }

  return names;
}

function lineOf(names: readonly string[], { record, info }: Read): DeliveredLine {
  const line = info.lines;
  if (record.length !== names.length) {
    return { line, cells: undefined, fault: 'rowCells' };
  }
  const cells = Object.fromEntries(names.map((name, i) => [name, record[i]?.replace(/^'(?=[=+\-@\d])/, '')]));

  return { line, cells, fault: '' };
}

/**
 * Rows of a CSV text (RFC 4180) with a head. Its head tells what separates: a comma, a tab or a semicolon.
 * @throws BatchRefused without a head, without a column that is needed or with one twice, for quotes that do not match
 */
export async function* readCsvRows(
  texts: AsyncIterable<string>,
  columns: readonly FeedColumn[],
): AsyncGenerator<DeliveredLine> {
  const { separator, all } = await sniffSeparator(texts, limits.feedLineLength);
  const parser = parse({
    bom: true,
    delimiter: separator,
    info: true,
    max_record_size: limits.feedLineLength,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const source = Readable.from(all);
  source.once('error', (error) => parser.destroy(error));
  let names: string[] | undefined;
  try {
    for await (const read of source.pipe(parser) as AsyncIterable<Read>) {
      if (names) {
        yield lineOf(names, read);
      } else {
        names = headOf(read.record, columns);
      }
    }
  } catch (error) {
    throw refusalOf(error);
  }
  if (!names) {
    throw new BatchRefused('empty');
  }
}
