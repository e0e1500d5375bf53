import { dayOf } from '../../../api/src/base/days';
import { tendBatches } from '../../../api/src/commands/feeds/tendBatches';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Person } from '../../../api/src/models/person';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let recomputer: Recomputer;

beforeAll(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
});

afterAll(() => api.close());

function date(): string {
  return dayOf(api.clock.now(), api.services.config.brand.zone);
}

async function colourOf({ person }: BuiltPerson): Promise<string | undefined> {
  await recomputer.turn();

  return (await Person.findByPk(person.id))?.colour;
}

/** As after a second person has rejected it, or its process died: it counts for nothing, and its rows still lie there. */
function refuse(id: string): Promise<void> {
  const { database } = api.services;

  return database.write((tx) =>
    database.execute(
      "UPDATE feed_batches SET state = 'rejected', in_force_at = NULL, taken_as = NULL WHERE id = ?",
      [id],
      tx,
    ),
  );
}

/** What is left of an earlier batch is cleared away after the next one has come. */
async function deliverOverLeftovers(feed: FeedClient, rows: readonly object[], left: readonly object[]) {
  const { body } = await feed.deliver(left).expect(201);
  await refuse(body.batch.id);
  feed.rewind();
  const answer = await feed.deliver(rows).expect(201);
  await tendBatches.perform(api.services);

  return answer.body.batch;
}

test('a row counts although the same one lies there from a batch that never took force', async () => {
  const person = await buildPerson(api.services);
  const feed = await buildFeedClient(api, 'fever', { channel: 'left-1' });
  const visit = { idNumber: person.idNumber, date: date() };
  const batch = await deliverOverLeftovers(feed, [visit], [visit]);
  expect(batch).toMatchObject({ added: 1, unchanged: 0 });
  expect(await colourOf(person)).toBe('orange');
});

test('a row is withdrawn although a batch that never took force had marked it', async () => {
  const person = await buildPerson(api.services);
  const feed = await buildFeedClient(api, 'fever', { channel: 'left-2' });
  const visit = { idNumber: person.idNumber, date: date() };
  await feed.deliver([visit]).expect(201);
  const withdrawal = { ...visit, operation: 'withdraw' };
  const batch = await deliverOverLeftovers(feed, [withdrawal], [withdrawal]);
  expect(batch).toMatchObject({ withdrawn: 1, unchanged: 0 });
  expect(await colourOf(person)).toBe('green');
});

test('a mark of a batch that never took force goes with it', async () => {
  const person = await buildPerson(api.services);
  const feed = await buildFeedClient(api, 'fever', { channel: 'left-3' });
  const visit = { idNumber: person.idNumber, date: date() };
  await feed.deliver([visit]).expect(201);
  await deliverOverLeftovers(feed, [], [{ ...visit, operation: 'withdraw' }]);
  const again = await feed.deliver([visit, { ...visit, operation: 'withdraw' }]).expect(201);
  expect(again.body.batch).toMatchObject({ unchanged: 1, withdrawn: 1 });
  expect(await colourOf(person)).toBe('green');
});

test('a full batch closes what is missing in it although another one had marked it before', async () => {
  const [gone, stays] = [await buildPerson(api.services), await buildPerson(api.services)];
  const feed = await buildFeedClient(api, 'arrivals', { channel: 'left-4' });
  const arrival = ({ idNumber }: BuiltPerson) => ({ idNumber, kind: 'arrived', date: date() });
  await feed.deliver([arrival(gone), arrival(stays)]).expect(201);
  const batch = await deliverOverLeftovers(feed, [arrival(stays)], [arrival(stays)]);
  expect(batch).toMatchObject({ unchanged: 1, closed: 1 });
  expect([await colourOf(gone), await colourOf(stays)]).toEqual(['green', 'orange']);
});
