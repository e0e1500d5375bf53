import { run } from '../../../scripts/lib/run.mjs';

const perRound = 100_000;
/** What a short run tries: a sample of each kind. */
const sample = 10_000;

function faultsOf({ taken, refused, genuine }) {
  return [
    ...Object.entries(taken).map(([name, count]) => `${name}: ${count} taken`),
    ...(refused > 0 ? [`${refused} of ${genuine} genuine ones refused`] : []),
  ];
}

async function forge(place, count) {
  const { code, output } = await run(process.execPath, [
    '--enable-source-maps',
    place.bundles.forge,
    String(count),
  ]);
  if (code !== 0) {
    throw new Error(output);
  }

  return JSON.parse(output);
}

function addTo(kinds, more) {
  for (const [name, count] of Object.entries(more)) {
    kinds[name] = (kinds[name] ?? 0) + count;
  }
}

/** A million forged codes, passes, cards, posters and requests of devices: nobody takes one. */
export const forged = {
  name: 'forged',
  rounds: { full: 10, quick: 1 },
  method:
    'forged, expired, replayed and foreign codes, passes, cards, posters and signed requests, genuine ones between: read as server and verifiers read them',
  async run({ place, rounds, isQuick, onRound }) {
    let [tried, genuine] = [0, 0];
    const kinds = {};
    for (let round = 1; round <= rounds; round += 1) {
      const tally = await forge(place, isQuick ? sample : perRound);
      tried += tally.tried;
      genuine += tally.genuine;
      addTo(kinds, tally.kinds);
      const faults = faultsOf(tally);
      const books = { faults, lines: [`${tried} forged: none taken; ${genuine} genuine: none refused`] };
      onRound(round, books);
      if (faults.length > 0) {
        return { ...books, lines: [`${tried} forged, ${genuine} genuine`] };
      }
    }

    return {
      faults: [],
      lines: [`${tried} forged: none taken; ${genuine} genuine: none refused`],
      kinds: Object.entries(kinds).map(([name, count]) => `${name}: ${count}`),
    };
  },
};
