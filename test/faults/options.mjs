import { Fault } from '../../scripts/lib/fault.mjs';
import { allFaults } from './faults/all.mjs';

const names = allFaults.map(({ name }) => name);

export const usage = `npm run faults [-- options]

  --quick            a few rounds of each
  --only a,b         some of: ${names.join(', ')}
  --rounds N         so many rounds of each

Real, built API processes, a MariaDB and a Redis of its own, on this machine only. Each fault ends with
what was acknowledged against what is stored; the exit code is 1 when anything differs.`;

function chosen(text = '') {
  const wanted = text.split(',').filter(Boolean);
  const unknown = wanted.find((name) => !names.includes(name));
  if (wanted.length === 0 || unknown) {
    throw new Fault(`没有这种故障 / No such fault: ${unknown ?? 'nothing given'}`, usage);
  }

  return wanted;
}

function wholeNumber(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Fault(`--rounds 需要正整数 / needs a whole number above 0: ${text}`, usage);
  }

  return number;
}

const readers = {
  '--quick': (options) => ({ ...options, isQuick: true }),
  '--only': (options, next) => ({ ...options, only: chosen(next()) }),
  '--rounds': (options, next) => ({ ...options, rounds: wholeNumber(next()) }),
};

/** What the command line asks for. @param {string[]} args */
export function readOptions(args) {
  const rest = [...args];
  let options = { isQuick: false, only: names, rounds: undefined };
  while (rest.length > 0) {
    const arg = rest.shift();
    if (!readers[arg]) {
      throw new Fault(`不认识的参数 / Unknown argument: ${arg}`, usage);
    }
    options = readers[arg](options, () => rest.shift());
  }

  return options;
}
