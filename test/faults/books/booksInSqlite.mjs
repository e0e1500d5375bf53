/** Reads a SQLite file past the API. */
export class BooksInSqlite {
  constructor(file) {
    this.file = file;
  }

  /** @returns {Promise<unknown[][]>} rows of every query */
  async read(queries) {
    const { default: Libsql } = await import('libsql');
    const connection = new Libsql(this.file);
    try {
      return queries.map((sql) => connection.prepare(sql).raw().all());
    } finally {
      connection.close();
    }
  }
}
