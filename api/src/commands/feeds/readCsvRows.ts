import { Readable } from 'node:stream';

import type { FeedColumn } from '@anxing/contract/feeds';
import { limits } from '@anxing/contract/limits';
import { parse, type CsvError } from 'csv-parse';

import { BatchRefused, lineDetail, type RefusalDetail } from './batchRefused';
import { lastLines, TextEnd } from './csvLastLine';
import { breaksIn, CsvRecords, type CsvRecord } from './csvRecord';
import { sniffSeparator } from './csvSeparator';
import type { DeliveredLine } from './readNdjson';

/** What the parser tells of where it failed. */
type Place = Partial<CsvError> & { lines?: number; raw?: string };

/** A quote without its other half swallows everything behind it: the file cannot be trusted. */
function refusalOf(error: unknown): unknown {
  const { code, lines = 0, raw = '' } = error as Place;
  const isOpen = code === 'CSV_QUOTE_NOT_CLOSED';
  if (!isOpen && code !== 'CSV_MAX_RECORD_SIZE') {
    return error;
  }
  // The parser is past the end of a line when the next character comes.
  const { counted } = breaksIn(raw.slice(0, -1) + '…');
  const line = lineDetail(lines - counted);

  return isOpen || counted > 0 ? new BatchRefused('quotes', line) : new BatchRefused('lineTooLong', line);
}

function namesOf(columns: readonly FeedColumn[]): RefusalDetail {
  return [columns.map(({ title }) => title).join('、'), columns.map(({ name }) => name).join(', ')];
}

/** Names of the columns in the order of the head, which may use names or titles. @throws BatchRefused */
function headOf(record: readonly string[], columns: readonly FeedColumn[]): string[] {
  const names = record.map((cell) => {
    const head = cell.trim();

    return columns.find(({ name, title }) => name === head || title === head)?.name ?? head;
  });
  const missing = columns.filter(({ name, required }) => required && !names.includes(name));
  if (missing.length > 0) {
    throw new BatchRefused('columns', namesOf(missing));
  }
  const twice = columns.filter(({ name }) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice.length > 0) {
    throw new BatchRefused('columnsTwice', namesOf(twice));
  }

  return names;
}

/**
 * Rows of a CSV text (RFC 4180) with a head. Its head tells what separates: a comma, a tab or a semicolon.
 * @throws BatchRefused without a head, without a column that is needed or with one twice, for a quote that is never closed
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
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const end = new TextEnd();
  const source = Readable.from(end.pass(all));
  source.once('error', (error) => parser.destroy(error));
  let records: CsvRecords | undefined;
  // One record behind: of the last one it has to be known that it is.
  let held: CsvRecord | undefined;
  try {
    for await (const read of source.pipe(parser) as AsyncIterable<CsvRecord>) {
      if (records && held) {
        yield* records.read(held);
      }
      held = records ? read : undefined;
      records ??= new CsvRecords(headOf(read.record, columns), separator);
    }
  } catch (error) {
    throw refusalOf(error);
  }
  if (!records) {
    throw new BatchRefused('empty');
  }
  if (held) {
    const lines = records.read(held);
    yield* end.isLineEnd ? lines : lastLines(lines, held, records.names, columns);
  }
}
