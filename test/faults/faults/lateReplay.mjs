import { withRounds } from '../rounds.mjs';

const hoursBack = 72;
const checkIns = 500;
const repeats = 3;
const atOnce = 24;

function shuffled(list) {
  return list
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}

/** A minute stays for the way. */
function sometime() {
  return Date.now() - Math.random() * (hoursBack * 3_600_000 - 60_000);
}

async function replay({ phones }) {
  const entries = Array.from({ length: checkIns }, () => phones.checkIn(sometime()));
  const order = shuffled(Array.from({ length: repeats }, () => entries).flat());
  for (let from = 0; from < order.length; from += atOnce) {
    await Promise.all(order.slice(from, from + atOnce).map((entry) => phones.send(entry)));
  }
}

/** @param {'sqlite' | 'mariadb'} kind */
export function lateReplay(kind) {
  const name = `late-replay-${kind}`;

  return {
    name,
    rounds: { full: 5, quick: 1 },
    method: `${checkIns} check-ins of the last 72 h in a random order, each three times, beside those of now`,
    run: (context) => withRounds(context, { name, kind }, replay),
  };
}
