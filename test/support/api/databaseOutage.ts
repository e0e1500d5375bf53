import { mkdirSync, renameSync, rmdirSync } from 'node:fs';

import { PrivateMariadb } from './privateMariadb';
import { startApi, type TestApi } from './testApi';

/** An API over a database that the test can take away and give back, without a word to the API. */
export interface Outage {
  api: TestApi;
  /** What is taken away. */
  kind: 'server' | 'file';
  takeAway(): Promise<void>;
  giveBack(): Promise<void>;
  /** Lets it hang until what is answered is called; a file answers at once or never. */
  hang?(): () => void;
  close(): Promise<void>;
}

/** A server that is shut down, and started again at the same address. */
async function ofMariadb(): Promise<Outage> {
  const mariadb = await PrivateMariadb.create();
  await mariadb.start();
  const api = await startApi({ server: mariadb.url });

  return {
    api,
    kind: 'server',
    takeAway: () => mariadb.stop(),
    giveBack: () => mariadb.start(),
    hang() {
      mariadb.freeze();

      return () => mariadb.thaw();
    },
    async close() {
      await api.close();
      await mariadb.remove();
    },
  };
}

/** A file that is no file any more: what is open stays readable, nothing can be opened for writing. */
async function ofSqlite(): Promise<Outage> {
  const api = await startApi();
  const { database } = api.services.settings;
  const file = database.dialect === 'sqlite' ? database.file : '';

  return {
    api,
    kind: 'file',
    async takeAway() {
      renameSync(file, `${file}.away`);
      mkdirSync(file);
    },
    async giveBack() {
      rmdirSync(file);
      renameSync(`${file}.away`, file);
    },
    close: () => api.close(),
  };
}

export function databaseOutage(): Promise<Outage> {
  return process.env.ANXING_TEST_DATABASE?.startsWith('mysql://') ? ofMariadb() : ofSqlite();
}
