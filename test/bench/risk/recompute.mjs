import { Generator } from '../load/generator.mjs';
import { HotPath, summariseStretches } from './hotPath.mjs';
import { lagBetween } from './lag.mjs';
import { changeRules } from './runs.mjs';
import { profiled } from './server.mjs';

const aloneStretches = 3;

const messagesSince = (at) => `SELECT COUNT(*) AS count FROM messages WHERE kind = 'colour' AND at >= ${at}`;

/** What must be so when everybody was judged by the rules of a version. */
async function faultsOf({ runs, options }, { changed, done }, messages) {
  const outdated = await runs.count(
    'SELECT COUNT(*) AS count FROM persons WHERE rule_version = 0 OR EXISTS (SELECT 1 FROM rule_versions v ' +
      'WHERE v.version = (SELECT MAX(version) FROM rule_versions) AND v.judged_at IS NULL)',
  );
  const pairs = [
    ['people judged', done, 'people', await runs.count('SELECT COUNT(*) AS count FROM persons')],
    ['people not judged by them', outdated, 'none', 0],
    ['people with another colour who hold a code', changed, 'messages', messages],
  ];

  return pairs
    .filter(([, one, , other]) => one !== other)
    .map(
      ([name, one, otherName, other]) =>
        `${options.title ?? 'rules'}: ${name} ${one} ≠ ${otherName} ${other}`,
    );
}

/** Changes the rules and waits until everybody was judged by them; meanwhile `during` may do something again and again. */
export async function changeAndWait(scene, version, during) {
  const { place, server, runs } = scene;
  const began = Date.now();
  await changeRules(place, server, version);
  const stretches = [];
  while (during && !(await runs.newest('rules')).isDone) {
    const stretch = await during();
    // One that lasted longer than the judging is half of something else, unless there is no other.
    if (stretches.length === 0 || !(await runs.newest('rules')).isDone) {
      stretches.push(stretch);
    }
  }
  await runs.settle();
  const ended = Date.now();
  const run = await runs.newest('rules');
  const messages = await runs.count(messagesSince(began));

  return {
    ...run,
    messages,
    stretches,
    // With the trial and the approval before it.
    lag: lagBetween(place.lagFile, began, ended),
    faults: await faultsOf(scene, run, messages),
  };
}

async function stretchesAlone(hotPath) {
  const stretches = [];
  for (let round = 0; round < aloneStretches; round += 1) {
    stretches.push(await hotPath.measure());
  }

  return stretches;
}

/**
 * Everybody judged anew by other rules: by itself, and while people show codes, check in and pass doors at 30 % of what the
 * server can take; that is measured before, between and after, so that whatever else happens meets both alike.
 */
export async function measureRecompute(scene) {
  const { place, server, options } = scene;
  const quiet = [];
  quiet.push(await profiled(server, options, 'recompute', () => changeAndWait(scene, 2)));
  options.print(
    `  ${quiet[0].done} people in ${quiet[0].seconds.toFixed(1)} s, ${quiet[0].changed} with another colour`,
  );
  const generator = await Generator.start(place);
  try {
    const hotPath = new HotPath(generator, server, options.seconds);
    const capacity = await hotPath.measureCapacity();
    const alone = await stretchesAlone(hotPath);
    const busy = [];
    for (const version of [1, 2]) {
      busy.push(await changeAndWait(scene, version, () => hotPath.measure()));
      alone.push(...(await stretchesAlone(hotPath)));
      options.print(`  with people at the doors: ${busy.at(-1).seconds.toFixed(1)} s`);
    }

    return {
      quiet,
      busy,
      capacity,
      rate: hotPath.rate,
      alone: summariseStretches(alone),
      during: summariseStretches(busy.flatMap(({ stretches }) => stretches)),
      dropped: [...alone, ...busy.flatMap(({ stretches }) => stretches)].reduce(
        (sum, one) => sum + one.dropped,
        0,
      ),
    };
  } finally {
    await generator.stop();
  }
}
