import { compare } from '../../faults/books/compare.mjs';
import { Ledger, uuid7 } from '../../faults/phones/ledger.mjs';

const poster = 'poster';
const gate = 'gate';

interface Books {
  ids: string[];
  audited: string[];
  counted: Map<string, number>;
  came: Map<string, number>;
  stay: Map<string, number>;
  inside: Map<string, number>;
}

/** Two check-ins that were answered, and a database that holds just them. */
function agreeing(): { ledger: InstanceType<typeof Ledger>; stored: Books; ids: string[] } {
  const ledger = new Ledger();
  const ids = [uuid7(Date.now()), uuid7(Date.now())];
  for (const id of ids) {
    ledger.acknowledge(ledger.add(0, { id, poster, direction: 'in' }), 'welcome');
  }
  const bare = ids.map((id) => id.replaceAll('-', ''));
  const two = () => new Map([[gate, 2]]);
  const stored = {
    ids: [...bare],
    audited: [...bare],
    counted: two(),
    came: two(),
    stay: two(),
    inside: two(),
  };

  return { ledger, stored, ids: bare };
}

test('when everything agrees there is no fault', () => {
  const { ledger, stored } = agreeing();
  expect(compare(ledger, stored)).toMatchObject({
    acknowledged: 2,
    stored: 2,
    doubled: 0,
    inside: 2,
    presences: 2,
    counts: 2,
    rows: 2,
    faults: [],
  });
});

type Harm = (all: ReturnType<typeof agreeing>) => void;

const harms: [string, Harm, string][] = [
  ['an acknowledged row is lost', ({ stored }) => stored.ids.pop(), '1 acknowledged and not stored'],
  ['a row nobody asked for', ({ stored }) => stored.ids.push('x'), '1 stored and never acknowledged'],
  ['a row twice', ({ stored, ids }) => stored.ids.push(ids[0] ?? ''), '1 stored or audited twice'],
  ['a batch twice', ({ stored, ids }) => stored.audited.push(ids[0] ?? ''), '1 stored or audited twice'],
  ['a row without audit', ({ stored }) => stored.audited.pop(), '1 in no audited batch'],
  [
    'somebody inside whom nobody counted',
    ({ stored }) => stored.stay.set(gate, 1),
    'inside ≠ open presences',
  ],
  ['a presence that is gone', ({ stored }) => stored.inside.delete(gate), 'inside ≠ open presences'],
  ['a count twice', ({ stored }) => stored.came.set(gate, 3), 'counts ≠ rows'],
  [
    'the right sum at the wrong places',
    ({ stored }) => void (stored.came = new Map([['other', 2]])),
    'counts ≠ rows at 2 points',
  ],
  [
    'a check-in without an answer',
    ({ ledger }) => ledger.postpone(ledger.add(0, { id: uuid7(0) }), 'ECONNRESET'),
    '1 never answered: 1 × ECONNRESET',
  ],
  ['one under way', ({ ledger }) => ledger.add(0, { id: uuid7(0) }), '1 never answered'],
  [
    'a refusal',
    ({ ledger }) => ledger.refuse(ledger.add(0, { id: uuid7(0) }), 'forbidden'),
    '1 refused: 1 × forbidden',
  ],
];

test.each(harms)('%s is found', (_what, harm, sentence) => {
  const all = agreeing();
  harm(all);
  expect(compare(all.ledger, all.stored).faults.join('\n')).toContain(sentence);
});

test('another answer to a repeat is found, and an answer of 500 even when all is well in the end', () => {
  const { ledger, stored, ids } = agreeing();
  const entry = ledger.anyAcknowledged();
  ledger.acknowledge(entry, 'welcome');
  expect(compare(ledger, stored).faults).toEqual([]);

  ledger.acknowledge(entry, 'go away');
  const late = ledger.add(0, { id: uuid7(0) });
  ledger.postpone(late, '500 internal');
  ledger.acknowledge(late, 'welcome');
  stored.ids.push(late.body.id.replaceAll('-', ''));
  stored.audited.push(late.body.id.replaceAll('-', ''));
  expect(compare(ledger, stored).faults).toEqual([
    '1 repeats got another answer than the first',
    '1 answered 500, which asks nobody to come back',
  ]);
  expect(ids).toHaveLength(2);
});

test('what was not answered is sent again after a while, until it is answered', () => {
  const ledger = new Ledger();
  const entry = ledger.add(3, { id: uuid7(0) });
  expect(ledger.isSettled).toBe(false);
  ledger.postpone(entry, 'ECONNREFUSED');
  expect(ledger.takeWaiting(Date.now() - 1)).toBeUndefined();
  expect(ledger.takeWaiting(Date.now() + 60_000)).toBe(entry);
  ledger.acknowledge(entry, 'welcome');
  expect(ledger.isSettled).toBe(true);
  expect(ledger.summary()).toMatchObject({ sentAgain: 1, waiting: 0, interrupted: 0 });
});
