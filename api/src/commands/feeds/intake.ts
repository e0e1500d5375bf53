import { limits } from '@anxing/contract/limits';

import { breathe } from '../../base/breathe';
import type { Services } from '../../context';
import { cutNumber, type CellFault, type FeedRow, type RowOutcome } from '../../risk/feedRows/feedRow';
import type { RowReader } from '../../risk/feedRows/rowReader';
import { BatchRefused } from './batchRefused';
import type { BatchTally } from './batchTally';
import { DoubtfulRows, type DoubtfulRow } from './doubtfulRows';
import type { DeliveredLine } from './readNdjson';
import { storeRows, type Batching } from './storeRows';

/** Rows in one transaction: on SQLite it keeps everybody else waiting. */
const sliceRows = { sqlite: 40, mysql: 1_000 };

/** Lines after which everybody else has a turn. */
const linesAtOnce = 100;

/** Reads lines into slices of rows, and tells what it cannot read. */
export class Intake {
  private rows: FeedRow[] = [];

  private readonly doubtful = new DoubtfulRows(limits.feedDoubtfulHeld);

  constructor(
    private readonly services: Services,
    private readonly batching: Batching,
    private readonly reader: RowReader,
    readonly tally: BatchTally,
  ) {}

  async take({ line, cells, fault, column = '' }: DeliveredLine): Promise<void> {
    this.tally.rows += 1;
    if (this.tally.rows % linesAtOnce === 0) {
      // Whatever becomes of the lines: wrong and ignored ones reach no transaction.
      await breathe();
    }
    if (this.tally.rows > limits.feedRows) {
      throw new BatchRefused('tooManyRows', String(limits.feedRows));
    }
    if (cells === undefined) {
      this.tally.wrongRow(line, [{ column, fault }]);
    } else {
      this.sort(this.reader.read(line, cells), line);
    }
    await this.store(sliceRows[this.services.database.dialect]);
  }

  /** When the last line is read. */
  async finish(): Promise<void> {
    this.rows.push(...this.doubtful.rest());
    await this.store(1);
  }

  /** @param least rows that are worth a transaction */
  private async store(least: number): Promise<void> {
    while (this.rows.length >= least) {
      const rows = this.rows.splice(0, sliceRows[this.services.database.dialect]);
      this.tally.stored(await storeRows(this.services, this.batching, rows));
      await breathe();
    }
  }

  private sort(outcome: RowOutcome, line: number): void {
    if ('ignored' in outcome) {
      this.tally.ignored += 1;
    } else if ('faults' in outcome) {
      this.tally.wrongRow(line, outcome.faults);
      this.doubt(outcome.faults);
    } else if (outcome.mayBeCut === undefined) {
      this.rows.push(outcome.row);
    } else {
      const { right, wrong } = this.doubtful.take({ row: outcome.row, column: outcome.mayBeCut });
      this.rows.push(...right);
      this.refuse(wrong);
    }
  }

  /** Where the end of one number was cut, no other one that looks so is believed. */
  private doubt(faults: readonly CellFault[]): void {
    if (faults.some(({ fault }) => fault === cutNumber)) {
      this.refuse(this.doubtful.cut());
    }
  }

  private refuse(rows: readonly DoubtfulRow[]): void {
    for (const { row, column } of rows) {
      this.tally.wrongRow(row.line, [{ column, fault: cutNumber }]);
    }
  }
}
