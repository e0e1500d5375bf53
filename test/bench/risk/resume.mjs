import { setTimeout as sleep } from 'node:timers/promises';

import { changeRules } from './runs.mjs';
import { startApi } from './server.mjs';

/** The server is killed when so many of all people have been judged. */
const share = 0.3;
const everyMs = 20;

const twiceSql = (at) =>
  "SELECT COUNT(*) AS count FROM (SELECT person_id FROM messages WHERE kind = 'colour' AND " +
  `at >= ${at} GROUP BY person_id HAVING COUNT(*) > 1) twice`;

async function killMidway({ server, runs }, people) {
  for (;;) {
    const run = await runs.newest('rules');
    if (run.isDone || run.done >= people * share) {
      process.kill(server.pid, 'SIGKILL');

      return run;
    }
    await sleep(everyMs);
  }
}

/**
 * Kills the server in the middle and starts it again.
 * @param {number} expected how many people have another colour when nobody kills the server
 * @returns the server that runs now, and what was found
 */
export async function measureResume(scene, version, expected) {
  const { place, runs, server } = scene;
  const people = await runs.count('SELECT COUNT(*) AS count FROM persons');
  const began = Date.now();
  await changeRules(place, server, version);
  const killed = await killMidway(scene, people);
  await sleep(100);
  const next = await startApi(place, scene.options);
  const restarted = performance.now();
  await runs.settle();
  const run = await runs.newest('rules');
  const result = {
    killedAt: killed.done,
    wasMidway: !killed.isDone,
    people,
    seconds: (performance.now() - restarted) / 1000,
    changed: run.changed,
    messages: await runs.count(
      `SELECT COUNT(*) AS count FROM messages WHERE kind = 'colour' AND at >= ${began}`,
    ),
    twice: await runs.count(twiceSql(began)),
  };
  const pairs = [
    ['people judged', run.done, people],
    ['people with another colour', run.changed, expected],
    ['messages', result.messages, expected],
    ['people who were told twice', result.twice, 0],
  ];
  const faults = pairs
    .filter(([, one, other]) => one !== other)
    .map(([name, one, other]) => `after the kill: ${name} ${one} instead of ${other}`);

  return { server: next, resume: { ...result, faults } };
}
