import { limits } from '@anxing/contract/limits';

import type { Cells } from '../../risk/feedRows/rowReader';
import { BatchRefused, lineDetail } from './batchRefused';

/** A line of a delivery: its cells, or why there are none. */
export interface DeliveredLine {
  /** Counted from 1. */
  line: number;
  cells: Cells | undefined;
  fault: string;
  /** Where the fault is; left out for the whole line. */
  column?: string;
}

function isCells(value: unknown): value is Cells {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(line: number, text: string): DeliveredLine {
  try {
    const value: unknown = JSON.parse(text);

    return isCells(value)
      ? { line, cells: value, fault: '' }
      : { line, cells: undefined, fault: 'rowNotJson' };
  } catch {
    return { line, cells: undefined, fault: 'rowNotJson' };
  }
}

/** Lines of JSON objects; empty lines are passed over. @throws BatchRefused for a line without an end */
export async function* readNdjson(texts: AsyncIterable<string>): AsyncGenerator<DeliveredLine> {
  let rest = '';
  let line = 0;
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) {
      line += 1;
      if (one.length > limits.feedLineLength) {
        throw new BatchRefused('lineTooLong', lineDetail(line));
      }
      if (one.trim() !== '') {
        yield parse(line, one);
      }
    }
    if (rest.length > limits.feedLineLength) {
      throw new BatchRefused('lineTooLong', lineDetail(line + 1));
    }
  }
  if (rest.trim() !== '') {
    yield parse(line + 1, rest);
  }
}
