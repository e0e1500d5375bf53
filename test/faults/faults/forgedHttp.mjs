import { rmSync } from 'node:fs';
import path from 'node:path';

import { freePort } from '../../../scripts/lib/port.mjs';
import { mustRun, run } from '../../../scripts/lib/run.mjs';
import { ApiServer } from '../servers/api.mjs';
import { SqliteFile } from '../servers/sqliteFile.mjs';

const name = 'forged-http';
/** Guards and devices enough that nobody meets a limit who does not guess without end. */
const sizes = { full: { requests: 50_000, units: 24 }, quick: { requests: 2_000, units: 2 } };
const countPassages = 'SELECT COUNT(*) FROM passages';

/** The national exchange that the storm itself plays. @param folder where its certificate lies */
function exchangeAt(port, folder) {
  return {
    NODE_EXTRA_CA_CERTS: path.join(folder, 'fullchain.pem'),
    ANXING_NATIONAL: '',
    ANXING_NATIONAL_APP_ID: 'province-35',
    ANXING_NATIONAL_SECRET: 'national-secret-of-the-test',
    ANXING_NATIONAL_URL: `https://localhost:${port}/exchange`,
  };
}

/** A database with guards, devices and people, and a production API on it. */
async function openDoors(place, units) {
  const database = new SqliteFile(path.join(place.folder, name));
  const exchangePort = await freePort();
  const folder = path.join(place.folder, name);
  const environment = { ...place.environment(database.url), ...exchangeAt(exchangePort, folder) };
  const crew = path.join(folder, 'crew.json');
  const seed = ['--enable-source-maps', place.bundles.forgedSeed, crew, String(units)];
  await mustRun('the database could not be filled', process.execPath, seed, {
    env: environment,
    log: place.log(`${name}-seed`),
  });
  const api = await ApiServer.create(environment, place.log(`${name}-api`));
  await api.start();

  return { database, exchangePort, crew, api };
}

async function storm(place, { api, crew, exchangePort }, requests) {
  const args = [
    '--enable-source-maps',
    place.bundles.forgedStorm,
    `http://127.0.0.1:${api.port}`,
    crew,
    place.secretsFile,
    exchangePort,
    requests,
  ];
  const { code, output } = await run(process.execPath, args.map(String));
  if (code !== 0) {
    throw new Error(output);
  }

  return JSON.parse(output);
}

function sum(kinds, column) {
  return Object.values(kinds).reduce((total, kind) => total + kind[column], 0);
}

/** Few of many: the same fault comes a thousand times. */
const faultsShown = 20;

function faultsOf({ kinds, genuine, faults }, passages) {
  return [
    ...faults.slice(0, faultsShown),
    ...Object.entries(kinds)
      .filter(([, { accepted }]) => accepted > 0)
      .map(([kind, { accepted }]) => `${kind}: ${accepted} accepted`),
    ...Object.entries(kinds)
      .filter(([, { refused }]) => refused === 0)
      .map(([kind]) => `${kind}: nobody looked at one`),
    ...(passages === genuine ? [] : [`${passages} passages of ${genuine} genuine requests`]),
  ];
}

function booksOf(tally, passages) {
  const { kinds, genuine } = tally;
  const [refused, limited] = [sum(kinds, 'refused'), sum(kinds, 'limited')];

  return {
    faults: faultsOf(tally, passages),
    lines: [
      `${refused + limited + sum(kinds, 'accepted')} forged requests: ${refused} refused, ${limited} slowed down (429), ` +
        `${sum(kinds, 'accepted')} accepted; ${genuine} genuine, ${passages} passages`,
    ],
    kinds: Object.entries(kinds).map(
      ([kind, { refused: no, limited: late }]) =>
        `${kind}: ${no} refused${late > 0 ? `, ${late} slowed down` : ''}`,
    ),
  };
}

/** Forged requests to a running API, as guards and devices send them: none is accepted, none leaves a passage. */
export const forgedHttp = {
  name,
  rounds: { full: 1, quick: 1 },
  method:
    'forged, expired, replayed and foreign codes, numbers and signed requests over HTTP, as guards and devices send them, genuine ones between',
  async run({ place, isQuick, onRound }) {
    const { requests, units } = isQuick ? sizes.quick : sizes.full;
    const doors = await openDoors(place, units);
    try {
      const tally = await storm(place, doors, requests);
      const [[[passages]]] = await doors.database.books.read([countPassages]);
      const books = booksOf(tally, Number(passages));
      onRound(1, books);

      return books;
    } finally {
      await doors.api.kill();
      rmSync(path.join(place.folder, name), { recursive: true, force: true });
    }
  },
};
