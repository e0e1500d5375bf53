import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The one line that everything is about. */
export function bookLine({ lines, ...books }) {
  return lines ? lines.join('; ') : passagesLine(books);
}

function passagesLine({ acknowledged, stored, doubled, inside, presences, counts, rows }) {
  return (
    `acknowledged ${acknowledged} / stored ${stored} / doubled ${doubled} / ` +
    `inside ${inside} = open presences ${presences} / counts ${counts} = rows ${rows}`
  );
}

/** How a fault ended, in lines. */
export function describe({ name, method, rounds, books, error }) {
  const head = `${name}: ${method}`;
  if (error) {
    return `✗ ${head}\n  ${error}`;
  }
  const { faults } = books;
  const sign = faults.length > 0 ? '✗' : '✔';

  return [
    `${sign} ${head}`,
    ...(books.ledger ? [`  ${detailLine(books, rounds)}`] : []),
    `  ${bookLine(books)}`,
    ...(books.kinds ?? []).map((line) => `    ${line}`),
    ...faults.map((fault) => `  ✗ ${fault}`),
  ].join('\n');
}

function detailLine({ ledger, rounds: done }, rounds) {
  return [
    `${done} of ${rounds} rounds`,
    `${ledger.sentAgain} sent again`,
    ...(ledger.replaced > 0 ? [`${ledger.replaced} named anew`] : []),
    ...(ledger.troubles ? [ledger.troubles] : []),
  ].join('; ');
}

/** Keeps the results as JSON. @returns the file */
export function keep(results, folder) {
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = path.join(folder, `${at.replaceAll(/[:.]/g, '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ at, results }, undefined, 2)}\n`);

  return file;
}
