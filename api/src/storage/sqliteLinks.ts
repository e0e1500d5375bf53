import type { Link, Row } from './link';
import { SqliteLink } from './sqliteLink';

/** Connections for batches and for the reads beside them: on one connection a read would see what is not committed yet. */
export class SqliteLinks {
  private readonly writer: SqliteLink;

  /** The disk takes its time, and while a commit waits for it nobody else has a turn. */
  private readonly bulkWriter: SqliteLink;

  private readonly reader: SqliteLink;

  constructor(file: string) {
    this.writer = new SqliteLink(file);
    this.bulkWriter = new SqliteLink(file, 'withNext');
    this.reader = new SqliteLink(file);
  }

  run<T>(work: (link: Link) => Promise<T>): Promise<T> {
    return this.writer.run(work);
  }

  runBulk<T>(work: (link: Link) => Promise<T>): Promise<T> {
    return this.bulkWriter.run(work);
  }

  read(sql: string, values: readonly unknown[]): Promise<Row[]> {
    return this.reader.select(sql, values);
  }

  async close(): Promise<void> {
    await this.reader.close();
    await this.bulkWriter.close();
    await this.writer.close();
  }
}
