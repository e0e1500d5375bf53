import { closeBooks, describeBooks, disagreements } from '../../bench/ledger.mjs';

const good = { visits: 7, scans: 3, looks: 3, counted: 9, came: 9, inside: 8, difference: 8 };

test('books that agree have nothing to say', () => {
  expect(disagreements({ visits: 7, scans: 3 }, good)).toEqual([]);
});

test.each([
  ['lost', { visits: 6 }, 'visits acknowledged 7 ≠ stored 6'],
  ['written twice', { scans: 4, looks: 4 }, 'scans acknowledged 3 ≠ stored 4'],
  ['not noted', { looks: 2 }, 'scans stored 3 ≠ looks noted 2'],
  ['not counted', { came: 8 }, 'passages counted 9 ≠ came 8'],
  ['left open', { inside: 9 }, 'open presences 9 ≠ came − left 8'],
])('what was %s is told', (_fault, found, sentence) => {
  expect(disagreements({ visits: 7, scans: 3 }, { ...good, ...found })).toEqual([sentence]);
});

test('each server’s acknowledgements are held against its own database, warm-up included', async () => {
  const cases = [
    { id: 'visits', server: 'api', load: 'checkIn' },
    { id: 'plainVisits', server: 'plain', load: 'checkIn' },
  ];
  const measured = [
    { id: 'visits', round: 0, result: { acknowledged: 2 } },
    { id: 'visits', round: 1, result: { acknowledged: 3 } },
    { id: 'plainVisits', round: 1, result: { acknowledged: 1 } },
  ];
  const database = {
    number: async (sql: string) => (sql.includes('kind = 0') && sql.includes('one.') ? 5 : 0),
  };

  const books = await closeBooks(database, { api: 'one', plain: 'two' }, cases, measured);

  expect(books.map(({ faults }) => faults)).toEqual([[], ['visits acknowledged 1 ≠ stored 0']]);
  expect(describeBooks(books)).toMatch(/✔ api: 5 visits[^]*✗ plain: visits acknowledged 1/);
});
