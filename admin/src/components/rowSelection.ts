/** Which rows of a list are chosen, and how to choose. */
export interface RowSelection<T> {
  isChosen: (record: T) => boolean;
  /** All are chosen, whatever they are: none can be taken out. */
  isLocked: boolean;
  choose: (records: readonly T[], isChosen: boolean) => void;
  /** What a row is called, for screen readers. */
  nameOf: (record: T) => string;
}
