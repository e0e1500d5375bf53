import { deliverOne } from './ingest.mjs';

const derivedSql = (source) =>
  'SELECT COUNT(*) AS count FROM facts f JOIN feed_batches b ON b.number = f.batch ' +
  `WHERE b.origin = 'derived' AND b.source = '${source}' AND b.in_force_at IS NOT NULL AND f.closed_by IS NULL`;

const expectation = (rows) => ({ rows, wrong: 0 });

/** Registers first; then those by whom or by what others are concerned. */
export async function measureDerivations(scene) {
  const { deliverer, runs, options } = scene;
  const { sizes } = deliverer.province;
  const registers = [];
  const derived = [];
  for (const source of ['journeys', 'households']) {
    registers.push(
      await deliverOne(scene, {
        title: `register: ${source}`,
        source,
        expected: expectation(sizes[source]),
      }),
    );
  }
  for (const [source, into] of [
    ['cases', 'contacts'],
    ['sealed', 'sealed'],
  ]) {
    const file = await deliverOne(scene, { title: source, source, expected: expectation(sizes[source]) });
    const run = await runs.newest('derive');
    derived.push({
      title: `${into} derived`,
      from: `${sizes[source]} ${source}, ${sizes[into === 'contacts' ? 'journeys' : 'households']} rows`,
      seconds: run?.seconds ?? Number.NaN,
      facts: await runs.count(derivedSql(into)),
      faults: file.faults,
    });
    options.print(
      `  ${into}: ${derived.at(-1).facts} facts derived in ${derived.at(-1).seconds.toFixed(1)} s`,
    );
  }

  return { registers, derived };
}
