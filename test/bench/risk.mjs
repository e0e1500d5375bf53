import { keepJson } from './keep.mjs';
import { loadAverage, machine } from './machine.mjs';
import { riskParts } from './options.mjs';
import { Deliverer } from './risk/deliver.mjs';
import { measureDerivations } from './risk/derive.mjs';
import { measureIngest } from './risk/ingest.mjs';
import { RiskPlace } from './risk/place.mjs';
import { measureRecompute } from './risk/recompute.mjs';
import { report } from './risk/report.mjs';
import { measureResume } from './risk/resume.mjs';
import { Runs } from './risk/runs.mjs';
import { startApi } from './risk/server.mjs';
import { provinceOf } from './risk/sizes.mjs';
import { measureSqlite } from './risk/sqlite.mjs';

const largest = { rows: 1_000_000, people: 1_000_000, sqliteRows: 100_000, sqlitePeople: 20_000 };
const quick = { rows: 20_000, people: 5_000, sqliteRows: 5_000, sqlitePeople: 1_000 };
/** Who shows codes, checks in and passes doors: a tenth of all people at most. */
const crewSize = 10_000;
const units = 40;

function sized({
  isQuick = false,
  rows,
  people,
  only = riskParts,
  seconds = 5,
  print = console.log,
  ...more
}) {
  const usual = isQuick ? quick : largest;
  const given = Object.fromEntries(
    Object.entries({ rows, people }).filter(([, value]) => value !== undefined),
  );
  const sizes = { ...usual, ...given };

  return {
    ...more,
    ...sizes,
    sqliteRows: Math.min(sizes.sqliteRows, sizes.rows),
    sqlitePeople: Math.min(sizes.sqlitePeople, sizes.people),
    only,
    seconds,
    print,
  };
}

const facts = ({ only }) => only.some((part) => part !== 'sqlite');

/** Everything that is measured on MariaDB: one house, which is killed once. */
async function measureHouse(place, options, results) {
  const { people, only, print } = options;
  print(`${people} people are made up …`);
  await place.openMariadb();
  await place.seed({
    people,
    crew: Math.min(crewSize, Math.ceil(people / 10)),
    units: Math.min(units, Math.ceil(people / 250)),
  });
  const { connection } = place.database;
  await connection.query(`USE ${place.databases.api}`);
  const scene = {
    place,
    options,
    deliverer: new Deliverer(place, provinceOf(place, options)),
    runs: new Runs(async (sql) => (await connection.query(sql))[0]),
    server: await startApi(place, options),
  };
  try {
    if (only.includes('ingest')) {
      results.ingest = await measureIngest(scene);
    }
    if (only.includes('derive')) {
      results.derive = await measureDerivations(scene);
    }
    if (only.includes('recompute') || only.includes('resume')) {
      await scene.deliverer.send(scene.server, await scene.deliverer.prepare('medicine'));
      await scene.runs.settle();
      results.recompute = await measureRecompute(scene);
    }
    if (only.includes('resume')) {
      const { server, resume } = await measureResume(scene, 1, results.recompute.busy[0].changed);
      scene.server = server;
      results.resume = resume;
    }
  } finally {
    await scene.server.stop();
  }
}

function faultsIn({ ingest, derive, recompute, resume, sqlite }) {
  return [
    ...(ingest?.files ?? []),
    ...(derive?.registers ?? []),
    ...(derive?.derived ?? []),
    ...(recompute?.quiet ?? []),
    ...(recompute?.busy ?? []),
    resume,
    sqlite,
  ].flatMap((part) => part?.faults ?? []);
}

/**
 * Feeds of a million rows, everybody judged anew, what follows from registers, a kill in the middle, and SQLite.
 * @returns {Promise<number>} 1 when something came out wrong; a missed target is no failure
 */
export async function benchRisk(given) {
  const options = sized(given);
  const before = loadAverage();
  const place = await RiskPlace.prepare();
  const results = {};
  let code = 1;
  try {
    if (facts(options)) {
      await measureHouse(place, options, results);
    }
    if (options.only.includes('sqlite')) {
      results.sqlite = await measureSqlite(options);
    }
    const faults = faultsIn(results);
    code = faults.length > 0 ? 1 : 0;
    options.print(`\n${report(results)}\n`);
    options.print(
      faults.length > 0 ? faults.map((fault) => `✗ ${fault}`).join('\n') : '✔ every count is as it must be',
    );
    options.print(
      `${machine.cores} × ${machine.processor}, Node ${machine.node}, database and load on the same machine; ` +
        `load average ${before} before, ${loadAverage()} after`,
    );
    const { rows, people, seconds } = options;
    options.print(
      (options.json ?? keepJson)('risk', { options: { rows, people, seconds }, faults, results }),
    );

    return code;
  } finally {
    await place.close({ keepsLogs: code !== 0 });
    if (code !== 0) {
      options.print(`logs: ${place.logs}`);
    }
  }
}
