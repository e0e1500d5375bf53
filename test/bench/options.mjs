import { Fault } from '../../scripts/lib/fault.mjs';
import { paths, profilable } from './cases.mjs';

/** Parts of `risk`, in the order in which they are measured, and what of them can be profiled. */
export const riskParts = ['ingest', 'derive', 'recompute', 'resume', 'sqlite'];
const riskProfilable = [
  'ingest',
  'recompute',
  'sqlite-fever',
  'sqlite-arrivals',
  'sqlite-cases',
  'sqlite-recompute',
];

export const usage = `npm run bench [-- lists|posters|overload|risk|ocr] [options]

  (nothing)          the hot paths against bare Node, bare Koa and the plain version, interleaved, as ratios
  lists, posters     long lists and exports, poster batches
  risk               feeds of a million rows, everybody judged anew meanwhile, a kill in the middle, and SQLite
  ocr                synthetic identity cards, as guards take pictures of them: read right, not at all, wrong
  overload           ten times the load that the server takes at most: what is left of each path, and how it comes back
  --quick            one short round
  --seconds N        how long each measurement lasts (5)
  --rounds N         how often each is measured; the medians count (3)
  --connections N    keep-alive connections (64; overload: 1000)
  --people N         residents with a code (10000; risk: 1000000): the fewer, the more often each comes, and the more
                     is kept in memory
  --rows N           lists: passages (10000000); risk: rows of a file (1000000)
  --only a,b         some of: ${paths.join(', ')}; risk: ${riskParts.join(', ')}
  --profile CASE     CPU profile of the server under one of: ${profilable.join(', ')}; risk: ${riskProfilable.join(', ')}

  ANXING_BENCH_MARIADB=mysql://root@host:port   a server of yours instead of one of the bench's own`;

const modes = ['paths', 'lists', 'posters', 'overload', 'risk', 'ocr'];

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
  '--rows': (options, next) => ({ ...options, rows: wholeNumber('--rows', next()) }),
  '--only': (options, next) => ({ ...options, only: next() ?? '' }),
  '--profile': (options, next) => ({ ...options, profile: next() ?? '' }),
};

/** What is known of names, once it is known what they are about. */
function namesIn({ mode, only, profile, ...options }) {
  const [parts, cases] = mode === 'risk' ? [riskParts, riskProfilable] : [paths, profilable];

  return {
    ...options,
    mode,
    only: only === undefined ? parts : namesOf('--only', parts, only),
    profile: profile === undefined ? undefined : namesOf('--profile', cases, profile)[0],
  };
}

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
  let options = { mode: 'paths', isQuick: false };
  while (rest.length > 0) {
    options = readOne(options, rest.shift(), () => rest.shift());
  }
  const times = options.isQuick ? { seconds: 2, rounds: 1 } : { seconds: 5, rounds: 3 };

  const people = options.mode === 'risk' ? undefined : 10_000;

  return { connections: options.mode === 'overload' ? 1000 : 64, people, ...times, ...namesIn(options) };
}
