/** What everything in a province depends on. */
export interface Setting {
  seed: number;
  /** People who live there, counted from 0. */
  people: number;
  /** YYYY-MM-DD */
  today: string;
}

/** A row of a feed as its source sends it. */
export type Cells = Record<string, string | number>;
