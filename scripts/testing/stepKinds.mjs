import { ensureBuilt } from '../lib/builds.mjs';
import { Fault } from '../lib/fault.mjs';
import { tail } from '../lib/format.mjs';
import { inRoot } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { jestCounts } from './jestCounts.mjs';

const minute = 60_000;

/** A step that either works or does not; `work` may return a text that is shown behind its name. */
export function single(id, work, options = {}) {
  return { id, ...options, work: async () => ({ passed: 1, failed: 0, notes: [], detail: await work() }) };
}

/** A program that has to end with 0. */
export function command(id, place, program, args, options = {}) {
  return single(
    id,
    async () => {
      const settings = { env: place.environment(), log: place.logOf(id), limitMs: 5 * minute };
      const { code, output } = await run(program, args, settings);
      if (code !== 0) {
        throw new Fault(`${id} ended with ${code}\n${tail(output, 80)}`);
      }
    },
    options,
  );
}

/** A build, with its sizes; fresh ones are only measured. Steps of the run have their own lines, so no progress. */
export function build(name) {
  const silent = { step: (title, work) => work() };

  return single(`build-${name}`, () => ensureBuilt(name, silent));
}

/**
 * All tests of one jest project.
 * @param {{ environment?: () => object, workers?: number, limitMinutes?: number, without?: string[] }} options
 * `environment` is asked when the step starts, since servers started by earlier steps choose their ports then;
 * `without` are test files that are left out, by name
 */
export function jest(id, project, place, options = {}) {
  const { environment = () => ({}), workers = 1, limitMinutes = 8, without = [], ...rest } = options;
  const work = async () => {
    const args = [
      inRoot('node_modules/jest/bin/jest.js'),
      `--selectProjects=${project}`,
      '--ci',
      '--json',
      `--outputFile=${place.reportOf(id)}`,
      `--maxWorkers=${workers}`,
      // Its usual place follows TMPDIR, which is new in every run.
      `--cacheDirectory=${inRoot('node_modules/.cache/jest')}`,
      // Other steps run beside this one, and a busy machine is no failure.
      '--testTimeout=30000',
      ...without.map((name) => `--testPathIgnorePatterns=/${name}\\.test\\.`),
    ];
    const { code, output } = await run(process.execPath, args, {
      env: place.environment(environment()),
      log: place.logOf(id),
      limitMs: limitMinutes * minute,
    });
    const counts = jestCounts(place.readReport(id), code);

    return counts.failed > 0 && counts.passed === 0
      ? { ...counts, notes: [...counts.notes, tail(output)] }
      : counts;
  };

  return { id, ...rest, work };
}
