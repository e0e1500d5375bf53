import { availableParallelism } from 'node:os';

import { Fault } from '../lib/fault.mjs';
import { duration } from '../lib/format.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { Progress } from '../lib/progress.mjs';
import { plan } from '../testing/plan.mjs';
import { runSteps } from '../testing/schedule.mjs';
import { lastLine, table, total } from '../testing/summary.mjs';
import { forgetPersonalSettings, Workplace } from '../testing/workplace.mjs';

const usage = 'npm test [-- --quick | --only step,step]';

function wishOf(args) {
  const wish = { isQuick: false, only: undefined };
  const rest = [...args];
  while (rest.length > 0) {
    const arg = rest.shift();
    if (arg === '--quick') {
      wish.isQuick = true;
    } else if (arg === '--only' && rest.length > 0) {
      wish.only = rest.shift().split(',');
    } else {
      throw new Fault(`不认识的参数 / Unknown argument: ${arg}`, usage);
    }
  }

  return wish;
}

function showEnd({ id }, { passed, failed, notes, detail, ms }) {
  const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`;
  console.log(`${failed > 0 ? '✗' : '✔'} ${id}: ${counts}${detail ? `, ${detail}` : ''}  (${duration(ms)})`);
  notes.forEach((note) => console.log(`\n  ✗ ${note.split('\n').join('\n    ')}\n`));
}

async function runAll(steps) {
  const slots = Math.min(2, availableParallelism());

  return runSteps(steps, { slots, onStart: ({ id }) => console.log(`… ${id}`), onEnd: showEnd });
}

function report(results, place, leftOut) {
  const sum = total(results);
  console.log(`\n${table(results)}`);
  if (leftOut.length > 0) {
    console.log(`\nLeft out of this run (npm test runs everything): ${leftOut.join(', ')}`);
  }
  if (sum.failed > 0) {
    console.log(`\nLogs of this run: ${place.logs}`);
  }

  return sum;
}

async function testAll(args) {
  const wish = wishOf(args);
  forgetPersonalSettings();
  const place = new Workplace();
  const servers = {};
  const { steps, leftOut, unknown } = plan(place, servers, wish);
  if (unknown.length > 0) {
    place.remove();
    throw new Fault(`没有这个步骤 / No such step: ${unknown.join(', ')}`, usage);
  }
  await ensureInstalled(new Progress());
  const results = await runAll(steps).finally(() => servers.mariadb?.stop());
  const sum = report(results, place, leftOut);
  if (sum.failed === 0) {
    place.remove();
  }

  return sum;
}

/** `npm test`: everything, in order, to the end; the last line is always `N passed, N failed`. */
export async function main(args) {
  const since = Date.now();
  const sum = await testAll(args).catch((error) => {
    console.error(error.name === 'Fault' ? `\n✗ ${error.message}\n  → ${error.advice}` : error);

    return { passed: 0, failed: 1 };
  });
  console.log(`\nIn all ${duration(Date.now() - since)}`);
  console.log(lastLine(sum));

  return sum.failed > 0 ? 1 : 0;
}
