import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';

import { npm } from '../lib/npm.mjs';
import { inRoot } from '../lib/root.mjs';
import { ensureDebianPackages } from './debianPackages.mjs';
import { checkLeaks } from './leaks.mjs';
import { startMariadb } from './mariadb.mjs';
import { build, command, jest, single } from './stepKinds.mjs';

const sqlite = { ANXING_TEST_DATABASE: 'sqlite' };
const builds = ['api', 'admin', 'h5', 'weapp', 'alipay'];
const cores = availableParallelism();
const half = Math.max(1, Math.floor(cores / 2));

/** What `--quick` leaves out. */
const slowSteps = ['mariadb', 'api-mariadb', ...builds.map((name) => `build-${name}`), 'bench', 'e2e'];

/** Test files of the API that take longest: stories by the hundred, outages, pictures. `--quick` leaves them out too. */
const longTests = [
  'batchCodes',
  'batchPrints',
  'databaseGone',
  'everyoneOut',
  'flowHistory',
  'flowStories',
  'lateCheckIns',
  'passageExports',
  'passageModel',
  'passageOutage',
  'pointImportFaults',
  'pointImports',
  'pointSheets',
  'posterBatches',
  'posterFiles',
  'retention',
  'twoPersonWalk',
  'unknownCommit',
];

/** Unit tests that draw and read many pictures, or wait for a Redis that hangs. `--quick` leaves them out too. */
const longUnitTests = [
  'posterPage',
  'posterPictures',
  'posterSvg',
  'readSheetFile',
  'redisBus',
  'wornPosters',
];

function databaseStep(place, servers) {
  return single(
    'mariadb',
    async () => {
      const folder = path.join(place.folder, 'mariadb');
      mkdirSync(folder);
      servers.mariadb = await startMariadb(folder, {
        log: place.logOf('mariadb'),
        statements: path.join(place.logs, 'mariadb-statements.dump'),
      });

      return servers.mariadb.url;
    },
    { needs: ['packages'] },
  );
}

/**
 * Every step of `npm test`, in the order in which they are listed at the end.
 * @param {import('./workplace.mjs').Workplace} place
 * @param {{ mariadb?: { url: string } }} servers filled by the steps that start servers
 */
function everyStep(place, servers, isQuick) {
  const [npmProgram, npmFirst] = npm();
  const mysql = () => ({ ANXING_TEST_DATABASE: servers.mariadb.url });
  const both = () => ({ ...sqlite, ANXING_TEST_MARIADB: servers.mariadb.url });
  const compiled = builds.map((name) => `build-${name}`);

  return [
    single('packages', () => ensureDebianPackages(place.logOf('packages'))),
    databaseStep(place, servers),
    command('lint', place, npmProgram, [...npmFirst, 'run', '--silent', 'lint']),
    command('types', place, process.execPath, [inRoot('scripts/types.mjs')]),
    jest('unit', 'unit', place, {
      workers: half,
      needs: ['packages'],
      without: isQuick ? longUnitTests : [],
    }),
    jest('api-sqlite', 'api', place, {
      workers: half,
      environment: () => sqlite,
      needs: ['packages'],
      limitMinutes: 25,
      without: isQuick ? longTests : [],
    }),
    build('api'),
    build('admin'),
    build('h5'),
    build('weapp'),
    build('alipay'),
    jest('api-mariadb', 'api', place, {
      workers: half,
      environment: mysql,
      needs: ['mariadb'],
      limitMinutes: 25,
    }),
    jest('admin', 'admin', place, { workers: half }),
    jest('miniapp', 'miniapp', place, { workers: half }),
    jest('bench', 'bench', place, { workers: half, needs: ['packages', 'build-weapp', 'build-alipay'] }),
    jest('e2e', 'e2e', place, {
      workers: cores,
      needs: ['packages', 'mariadb', ...compiled],
      environment: both,
      alone: true,
      limitMinutes: 25,
    }),
    single('leaks', async () => checkLeaks(place.logs, place.temporary), { alone: true }),
  ];
}

function withNeeds(ids, steps) {
  const needed = steps.filter(({ id }) => ids.includes(id)).flatMap(({ needs = [] }) => needs);
  const all = [...new Set([...ids, ...needed])];

  return all.length === ids.length ? all : withNeeds(all, steps);
}

/**
 * The steps of one run.
 * @param {import('./workplace.mjs').Workplace} place
 * @param {object} servers
 * @param {{ isQuick?: boolean, only?: string[] }} wish `only` brings along what the named steps need
 * @returns {{ steps: { id: string }[], leftOut: string[], unknown: string[] }}
 */
export function plan(place, servers, { isQuick = false, only = undefined }) {
  const steps = everyStep(place, servers, isQuick);
  const ids = steps.map(({ id }) => id);
  const unknown = (only ?? []).filter((id) => !ids.includes(id));
  const wanted = only ? withNeeds(only, steps) : ids.filter((id) => !isQuick || !slowSteps.includes(id));

  return {
    steps: steps.filter(({ id }) => wanted.includes(id)),
    leftOut: [
      ...ids.filter((id) => !wanted.includes(id)),
      ...(isQuick ? [`the longest tests (${[...longTests, ...longUnitTests].join(', ')})`] : []),
    ],
    unknown,
  };
}
