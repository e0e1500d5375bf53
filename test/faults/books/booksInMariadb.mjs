/** Reads a MariaDB database past the API. */
export class BooksInMariadb {
  constructor(url) {
    this.url = url;
  }

  /** @returns {Promise<unknown[][]>} rows of every query */
  async read(queries) {
    const { createConnection } = await import('mysql2/promise');
    const connection = await createConnection(this.url);
    try {
      const results = [];
      for (const sql of queries) {
        results.push((await connection.query({ sql, rowsAsArray: true }))[0]);
      }

      return results;
    } finally {
      await connection.end();
    }
  }
}
