import { casesOf } from './cases.mjs';
import { closeBooks, describeBooks } from './ledger.mjs';
import { keepJson } from './keep.mjs';
import { Generator } from './load/generator.mjs';
import { describeMachine, loadAverage } from './machine.mjs';
import { measureRounds } from './rounds.mjs';
import { startServers, stopServers } from './servers.mjs';
import { shareOfOthers, summarise } from './summary.mjs';
import { table } from './table.mjs';

function showOne({ id, round, result }) {
  const { measured, seconds, errors, wrong, samples } = result;
  const trouble = errors + wrong > 0 ? `  ${errors} errors, ${wrong} wrong: ${samples[0]}` : '';
  console.log(
    `  ${round === 0 ? 'warm-up' : `round ${round}`}  ${id}: ${Math.round(measured / seconds)}/s${trouble}`,
  );
}

async function measureAll(place, options) {
  const cases = casesOf(options.only);
  const measurable = cases.filter((one) => !one.pending);
  const servers = await startServers(place);
  const generator = await Generator.start(place);
  try {
    const { database } = place;
    const measured = await measureRounds({
      cases: measurable,
      servers,
      generator,
      database,
      options,
      onResult: showOne,
    });
    const books = await closeBooks(database, place.databases, measurable, measured);

    return { rows: summarise(cases, measured), books, measured };
  } finally {
    await generator.stop();
    await stopServers(servers);
  }
}

/** A code is signed once in 40 s and person: how often it was shown again is part of the figure. */
function describeShowings(measured, persons) {
  const most = Math.max(
    0,
    ...measured.filter(({ id }) => id === 'code').map(({ result }) => result.measured),
  );

  return `show code: ${persons} people, each up to ${(most / persons).toFixed(1)} times in a measurement`;
}

/**
 * The hot paths against bare servers and the plain version.
 * @param {import('./place.mjs').BenchPlace} place
 * @returns {Promise<number>} 1 when an answer was wrong or the books do not agree; a missed target is no failure
 */
export async function benchPaths(place, options) {
  const before = loadAverage();
  const { rows, books, measured } = await measureAll(place, options);
  const others = shareOfOthers(measured);
  console.log(`\n${table(rows)}\n\n${describeBooks(books)}`);
  console.log(`\n${options.connections} connections, ${options.rounds} × ${options.seconds} s each, medians`);
  console.log(describeShowings(measured, place.persons));
  console.log(describeMachine(before, others));
  console.log(keepJson('paths', { options, others, rows, books, measured }));
  const isRight =
    rows.every((row) => row.pending || row.isValid) && books.every(({ faults }) => faults.length === 0);

  return isRight ? 0 : 1;
}
