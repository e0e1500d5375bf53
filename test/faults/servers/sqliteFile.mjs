import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { BooksInSqlite } from '../books/booksInSqlite.mjs';

/** A database file of our own. */
export class SqliteFile {
  constructor(folder) {
    mkdirSync(folder, { recursive: true });
    this.file = path.join(folder, 'faults.sqlite');
    this.url = `sqlite:${this.file}`;
    this.books = new BooksInSqlite(this.file);
  }

  async close() {}
}
