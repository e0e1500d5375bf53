import type { FieldError } from '@anxing/contract/errors';
import { fieldError } from '@anxing/contract/fieldErrors';
import { limits } from '@anxing/contract/limits';

import type { Services } from '../../context';
import type { FeedBatch } from '../../models/feedBatch';
import type { CellFault } from '../../risk/feedRows/feedRow';
import type { StoredRows } from './storeRows';

interface RowFaults {
  line: number;
  faults: CellFault[];
}

/** What is told of a batch while it is read. A million wrong rows take no more room than a thousand. */
export class BatchTally {
  rows = 0;

  added = 0;

  withdrawn = 0;

  unchanged = 0;

  ignored = 0;

  wrong = 0;

  private readonly kept: RowFaults[] = [];

  wrongRow(line: number, faults: CellFault[]): void {
    this.wrong += 1;
    if (this.kept.length < limits.feedFaultsKept) {
      this.kept.push({ line, faults });
    }
  }

  stored({ added, withdrawn, unchanged }: StoredRows): void {
    this.added += added;
    this.withdrawn += withdrawn;
    this.unchanged += unchanged;
  }

  /** The first faults, each at `rows.{line}.{column}`, or `rows.{line}` where the whole line is wrong. */
  firstFaults(): FieldError[] {
    const inOrder = [...this.kept].sort((one, other) => one.line - other.line);
    const places = inOrder.slice(0, limits.feedFaultsTold).flatMap(({ line, faults }) =>
      faults.map(({ column, fault }) => {
        const path = column === '' ? `rows.${line}` : `rows.${line}.${column}`;

        return fieldError(path, fault);
      }),
    );

    return places.slice(0, limits.feedFaultsTold);
  }

  /** Keeps what is wrong: places, never what stood there. */
  async keepFaults({ database }: Services, { number }: FeedBatch): Promise<void> {
    const values = this.kept.flatMap(({ line, faults }) =>
      faults.map(({ column, fault }) => [number, line, column, fault]),
    );
    this.kept.length = 0;
    if (values.length > 0) {
      await database.bulk((link) =>
        link.insert(
          'feed_faults (batch, line, column_name, fault)',
          values,
          database.onDuplicate(['batch', 'line', 'column_name'], 'fault = new.fault'),
        ),
      );
    }
  }
}
