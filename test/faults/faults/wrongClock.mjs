import { withRounds } from '../rounds.mjs';

const day = 86_400_000;
/** Two of them are within the 72 hours in which a check-in may come late: taken as of then. */
const skews = [day, -day, 4 * day, -4 * day];
const perSkew = 100;

/** A phone that is told the server's time sets itself right, and names the check-in anew. */
async function sendSkewed(phones, skew) {
  let offset = skew;
  const now = () => Date.now() + offset;
  const correct = async (entry, { code, serverTime }) => {
    if (code !== 'id_out_of_time' || !Number.isFinite(serverTime)) {
      return phones.ledger.refuse(entry, code);
    }
    offset = serverTime - Date.now();
    const corrected = phones.again(entry, now());
    await phones.send(corrected);

    return phones.send(corrected);
  };
  const entry = phones.checkIn(now());
  await phones.send(entry, correct);
}

async function withWrongClocks({ phones }) {
  const all = skews.flatMap((skew) => Array.from({ length: perSkew }, () => skew));
  for (let from = 0; from < all.length; from += 20) {
    await Promise.all(all.slice(from, from + 20).map((skew) => sendSkewed(phones, skew)));
  }
}

export const wrongClock = {
  name: 'wrong-clock',
  rounds: { full: 5, quick: 1 },
  method:
    'phones whose clocks are a day and four days fast or slow: refused with the server’s time, they set themselves right and send again, twice',
  run: (context) => withRounds(context, { name: 'wrong-clock', kind: 'sqlite' }, withWrongClocks),
};
