import type { FeedRow } from '../../risk/feedRows/feedRow';

/** A row that is right, unless the end of its number was cut. */
export interface DoubtfulRow {
  row: FeedRow;
  /** Of the number. */
  column: string;
}

/**
 * Rows that are held back until it is known whether a spreadsheet cut the numbers of the file: one of eleven that it cut is
 * right all the same, and another person's. No more are held than a bound: so many right ones are no accident, and count.
 */
export class DoubtfulRows {
  private held: DoubtfulRow[] = [];

  private isCut = false;

  constructor(private readonly most: number) {}

  /** @returns which rows count, and which are wrong, as far as that is known by now */
  take(doubtful: DoubtfulRow): { right: FeedRow[]; wrong: DoubtfulRow[] } {
    if (this.isCut) {
      return { right: [], wrong: [doubtful] };
    }
    this.held.push(doubtful);

    return { right: this.held.length < this.most ? [] : this.rest(), wrong: [] };
  }

  /** A number was cut. @returns what is wrong by that */
  cut(): DoubtfulRow[] {
    this.isCut = true;

    return this.held.splice(0);
  }

  /** Whatever is still held when the file is over counts. */
  rest(): FeedRow[] {
    return this.held.splice(0).map(({ row }) => row);
  }
}
