/** One row as the driver gives it. */
export type Row = Record<string, unknown>;

/** Statements inside one transaction. */
export interface Link {
  /** Rows of a SELECT; an array among the values stands for a list: `IN (?)`. */
  select(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement whose answer nobody needs. It may be run later, but before the next `select` and before the commit. */
  execute(sql: string, values?: readonly unknown[]): Promise<void>;
  /**
   * Inserts rows in one statement where the driver has such.
   * @param into `table (column, …)`
   * @param tail what follows the values, see `Database.onDuplicate`
   */
  insert(into: string, rows: readonly (readonly unknown[])[], tail?: string): Promise<void>;
}
