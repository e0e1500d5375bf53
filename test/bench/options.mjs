import { Fault } from '../../scripts/lib/fault.mjs';
import { paths, profilable } from './cases.mjs';

export const usage = `npm run bench [-- lists|posters|overload] [options]

  (nothing)          the hot paths against bare Node, bare Koa and the plain version, interleaved, as ratios
  lists, posters     long lists and exports, poster batches
  overload           ten times the load that the server takes at most: what is left of each path, and how it comes back
  --quick            one short round
  --seconds N        how long each measurement lasts (5)
  --rounds N         how often each is measured; the medians count (3)
  --connections N    keep-alive connections (64; overload: 1000)
  --people N         residents with a code (10000): the fewer, the more often each comes, and the more is kept in memory
  --only a,b         some of: ${paths.join(', ')}
  --profile CASE     CPU profile of the server under one of: ${profilable.join(', ')}

  ANXING_BENCH_MARIADB=mysql://root@host:port   a server of yours instead of one of the bench's own`;

const modes = ['paths', 'lists', 'posters', 'overload'];

function wholeNumber(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new Fault(`${name} 需要正整数 / needs a whole number above 0: ${text}`, usage);
  }

  return number;
}

function namesOf(name, known, text = '') {
  const wanted = text.split(',').filter(Boolean);
  const unknown = wanted.find((one) => !known.includes(one));
  if (wanted.length === 0 || unknown) {
    throw new Fault(`${name} 不认识 / does not know: ${unknown ?? 'nothing given'}`, usage);
  }

  return wanted;
}

const readers = {
  '--quick': (options) => ({ ...options, isQuick: true }),
  '--seconds': (options, next) => ({ ...options, seconds: wholeNumber('--seconds', next()) }),
  '--rounds': (options, next) => ({ ...options, rounds: wholeNumber('--rounds', next()) }),
  '--connections': (options, next) => ({ ...options, connections: wholeNumber('--connections', next()) }),
  '--people': (options, next) => ({ ...options, people: wholeNumber('--people', next()) }),
  '--only': (options, next) => ({ ...options, only: namesOf('--only', paths, next()) }),
  '--profile': (options, next) => ({ ...options, profile: namesOf('--profile', profilable, next())[0] }),
};

function readOne(options, arg, next) {
  if (readers[arg]) {
    return readers[arg](options, next);
  }
  if (modes.includes(arg)) {
    return { ...options, mode: arg };
  }
  throw new Fault(`不认识的参数 / Unknown argument: ${arg}`, usage);
}

/**
 * What the command line asks for.
 * @param {string[]} args
 */
export function readOptions(args) {
  const rest = [...args];
  let options = { mode: 'paths', isQuick: false, people: 10_000, only: paths, profile: undefined };
  while (rest.length > 0) {
    options = readOne(options, rest.shift(), () => rest.shift());
  }
  const times = options.isQuick ? { seconds: 2, rounds: 1 } : { seconds: 5, rounds: 3 };

  return { connections: options.mode === 'overload' ? 1000 : 64, ...times, ...options };
}
