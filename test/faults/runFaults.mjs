import { duration } from '../../scripts/lib/format.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';
import { allFaults } from './faults/all.mjs';
import { Place } from './place.mjs';
import { bookLine, describe, keep } from './report.mjs';

/**
 * What a fault is given.
 * @typedef {{ place: Place, rounds: number, isQuick: boolean, onRound: (round: number, books: object) => void }} Context
 */

/** A fault that never met anything under way proves nothing. */
function withProof(books, { mustHit }) {
  const isProven = !mustHit || books.ledger.interrupted > 0;

  return isProven ? books : { ...books, faults: [...books.faults, 'nothing was under way when it happened'] };
}

async function runOne(fault, place, { isQuick, rounds: wanted }) {
  const { name, method } = fault;
  const rounds = wanted ?? (isQuick ? fault.rounds.quick : fault.rounds.full);
  const onRound = (round, books) => {
    if (!isQuick && round % 10 === 0) {
      console.log(`  … ${name} ${round}/${rounds}: ${bookLine(books)}`);
    }
  };
  try {
    const books = await fault.run({ place, rounds, isQuick, onRound });

    return { name, method, rounds, books: withProof(books, fault) };
  } catch (error) {
    return { name, method, rounds, error: error.name === 'Fault' ? error.message : error.stack };
  }
}

function isGood({ books, error }) {
  return !error && books.faults.length === 0;
}

/** Runs the faults that are wanted, one after the other. @returns the exit code */
export async function runFaults(options) {
  const place = await Place.prepare(options);
  const results = [];
  try {
    for (const fault of allFaults.filter(({ name }) => options.only.includes(name))) {
      const since = Date.now();
      const result = await runOne(fault, place, options);
      results.push({ ...result, ms: Date.now() - since });
      console.log(`${describe(result)}\n  ${duration(Date.now() - since)}\n`);
    }
  } finally {
    place.close({ keepsLogs: !results.every(isGood) });
  }
  const bad = results.filter((result) => !isGood(result));
  console.log(`${results.length - bad.length} of ${results.length} faults: nothing lost, nothing doubled`);
  console.log(`JSON: ${keep(results, inRoot('var/faults'))}`);
  if (bad.length > 0) {
    console.log(`logs: ${place.logs}`);
  }

  return bad.length > 0 ? 1 : 0;
}
