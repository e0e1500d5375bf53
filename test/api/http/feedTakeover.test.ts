import { dayOf } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { applyBatch } from '../../../api/src/commands/feeds/applyBatch';
import { BatchRefused } from '../../../api/src/commands/feeds/batchRefused';
import type { Delivered } from '../../../api/src/commands/feeds/delivered';
import { dropBatch } from '../../../api/src/commands/feeds/dropBatch';
import { openBatch } from '../../../api/src/commands/feeds/openBatch';
import { storeRows } from '../../../api/src/commands/feeds/storeRows';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import type { FeedRow } from '../../../api/src/risk/feedRows/feedRow';
import { factRowKey } from '../../../api/src/risk/rowKeys';
import { buildFeedClient } from '../../support/api/feedClient';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { system } from '../../support/api/factories/buildUnit';
import type { Auth } from '../../support/api/factories/signedIn';
import { verifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);

function feedNamed(source: string) {
  const feed = api.services.feedRules.find((rule) => rule.source === source);
  if (!feed) {
    throw new Error(`no feed ${source}`);
  }

  return feed;
}

function delivered(given: Partial<Delivered> = {}): Delivered {
  const name = newId(api.clock.now());

  return {
    source: 'arrivals',
    channel: 'takeover',
    name,
    sequence: null,
    asOf: api.clock.now(),
    digest: name,
    origin: 'key',
    submittedBy: '示例',
    unitId: null,
    staffId: null,
    ...given,
  };
}

function rowAbout(idNumber: string, line: number): FeedRow {
  const subject = api.services.index.identity('resident', idNumber);
  const content = { source: 'arrivals', subject, kind: 'arrived', date: today(), validUntil: null };

  return {
    line,
    operation: 'add',
    subject,
    kind: 'arrived',
    date: content.date,
    validFrom: 0,
    validUntil: null,
    matchKey: null,
    partKey: null,
    position: null,
    rowKey: factRowKey(api.services.index, content),
  };
}

test('a process that was stopped for long finds its batch gone, and writes nothing of it any more', async () => {
  const feed = feedNamed('arrivals');
  const row = rowAbout(inventIdNumber(), 1);
  const { batch: first } = await openBatch(api.services, system, feed, delivered());
  await storeRows(api.services, { batch: first, feed }, [row]);

  api.clock.advance(61_000);
  const { batch: second } = await openBatch(api.services, system, feed, delivered());
  expect(await FeedBatch.findByPk(first.id)).toMatchObject({ state: 'refused', fault: 'interrupted' });
  await expect(storeRows(api.services, { batch: first, feed }, [row])).rejects.toThrow(BatchRefused);
  expect(await storeRows(api.services, { batch: second, feed }, [row])).toMatchObject({ added: 1 });
  await expect(applyBatch(api.services, first)).rejects.toThrow(BatchRefused);
  // Nobody drops what another one is at.
  expect(
    await dropBatch(api.services, second.id, { state: 'refused', fault: 'interrupted', from: 'receiving' }),
  ).toBeUndefined();
});

test('empty lines hide nobody from the count of those whom a batch would turn', async () => {
  const { turning } = api.services.config.policy;
  const before = { ...turning };
  Object.assign(turning, { share: 0, people: 1 });
  try {
    const people = [await buildPerson(api.services), await buildPerson(api.services)];
    const feed = await buildFeedClient(api, 'fever', { channel: 'blank-lines' });
    const rows = people.map(({ idNumber }) => JSON.stringify({ idNumber, date: today() }));
    const { body } = await feed.send({ body: `${'\n'.repeat(20_000)}${rows.join('\n')}\n` }).expect(201);
    expect(body.batch).toMatchObject({ state: 'waiting', rows: 2 });
  } finally {
    Object.assign(turning, before);
  }
});

describe('a file that ends what was on record', () => {
  const upload = async (csv: string) => {
    const { auth } = await verifiedStaff(api.services, { roles: ['feeds'] });

    return api.request
      .post(`/api/v1/operator/feeds/arrivals/uploads?name=${newId(api.clock.now())}`)
      .set(auth)
      .set('Content-Type', 'text/csv')
      .send(csv)
      .expect(201);
  };
  const head = '证件号码,类型,到达日期\n';

  test('tells the second person how much, and is not decided by whom it concerns', async () => {
    const approver = await verifiedStaff(api.services, { roles: ['approver'] });
    const other = await verifiedStaff(api.services, { roles: ['approver'] });
    const own = `${approver.person.idNumber},arrived,${today()}\n`;
    const decide = (id: string, { auth }: { auth: Auth }) =>
      api.request.post(`/api/v1/operator/changes/${id}/approve`).set(auth).send({});

    const { body: added } = await upload(head + own);
    expect((await decide(added.batch.changeId, approver)).body.error.code).toBe('change_about_self');
    await decide(added.batch.changeId, other).expect(200);

    const { body: ended } = await upload(head);
    const change = await api.request
      .get(`/api/v1/operator/changes/${ended.batch.changeId}`)
      .set(other.auth)
      .expect(200);
    expect(change.body.facts).toContainEqual({ label: '不再有效', value: '1' });
    expect((await decide(ended.batch.changeId, approver)).body.error.code).toBe('change_about_self');
    await decide(ended.batch.changeId, other).expect(200);
    expect(await FeedBatch.findByPk(ended.batch.id)).toMatchObject({ state: 'inForce', closed: 1 });
  });
});
