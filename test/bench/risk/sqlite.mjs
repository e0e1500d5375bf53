import path from 'node:path';

import { Deliverer } from './deliver.mjs';
import { deliverOne } from './ingest.mjs';
import { RiskPlace } from './place.mjs';
import { changeAndWait } from './recompute.mjs';
import { Runs } from './runs.mjs';
import { profiled, startApi } from './server.mjs';
import { provinceOf } from './sizes.mjs';

/** Such as add, a full list, a register, and cases from which contacts follow. */
const delivered = ['fever', 'medicine', 'arrivals', 'journeys', 'cases'];

/** Rows from the file beside the server that writes it. */
async function rowsOf(file) {
  const { default: Libsql } = await import('libsql');

  return async (sql) => {
    const connection = new Libsql(file, { readonly: true });
    try {
      return connection.prepare(sql).all([]);
    } finally {
      connection.close();
    }
  };
}

/** The same on SQLite, which blocks the process: what counts is how long nobody else has a turn. */
export async function measureSqlite(given) {
  const { sqliteRows: rows, sqlitePeople: people } = given;
  const options = { ...given, rows, people, title: 'SQLite' };
  const place = await RiskPlace.prepare();
  let server;
  try {
    const file = path.join(place.folder, 'bench.sqlite');
    place.databases = { api: `sqlite:${file}` };
    await place.seed({ people, crew: Math.ceil(people / 10), units: 1 });
    const deliverer = new Deliverer(place, provinceOf(place, options));
    server = await startApi(place, options);
    const scene = { place, server, deliverer, options, runs: new Runs(await rowsOf(file)) };
    // The first delivery compiles what it needs, and opens what it writes to.
    await deliverer.send(server, await deliverer.prepare('contacts'));
    await scene.runs.settle();
    const files = [];
    for (const source of delivered) {
      const expected = { rows: deliverer.province.sizes[source], wrong: 0 };
      files.push(
        await deliverOne(scene, {
          title: `SQLite: ${source}`,
          source,
          expected,
          profile: `sqlite-${source}`,
        }),
      );
    }
    const rules = await profiled(server, options, 'sqlite-recompute', () => changeAndWait(scene, 2));

    return {
      rows,
      people,
      files,
      rules,
      faults: [...files.flatMap(({ faults }) => faults), ...rules.faults],
    };
  } finally {
    await server?.stop();
    await place.close();
  }
}
