import { openDoor } from '../../support/api/door';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { signedInStaff } from '../../support/api/factories/signedIn';
import { lateAnswers, lateRows, lateScan, type LateMore } from '../../support/api/lateScans';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

const hourMs = 3_600_000;
const [unknown, orange] = [0, 2];

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

const broken = (why: string) => ({ decision: 'allow', why: `断网时放行，与规则不符：${why}` });
const open = (why: string) => ({ decision: 'ask', why: `断网时待核实，未反馈：${why}` });
const measured = { temperature: 36.5 };

test.each<[string, LateMore, object]>([
  ['fever', { temperature: 38.5 }, broken('体温 38.5 ℃，达到或超过 37.3 ℃')],
  ['no mask', { ...measured, mask: false }, broken('未佩戴口罩')],
  ['nobody looked', { mask: undefined }, broken('未测量体温；未查看口罩')],
  ['an unknown colour', { ...measured, colour: unknown }, broken('健康码未知')],
  [
    'several at once',
    { temperature: 38.5, mask: false, colour: unknown },
    broken('健康码未知；体温 38.5 ℃，达到或超过 37.3 ℃；未佩戴口罩'),
  ],
  [
    'a colour that stops',
    { ...measured, colour: orange },
    { decision: 'stop', why: '断网时放行，与规则不符：健康码为橙码' },
  ],
  ['nothing', measured, { decision: 'allow', why: null }],
  ['nothing of who leaves', { temperature: 38.5, direction: 'out' }, { decision: 'allow', why: null }],
  ['what was asked and not answered', { mask: undefined, decision: 'ask' }, open('未测量体温；未查看口罩')],
  ['a mask alone', { ...measured, mask: undefined, decision: 'ask' }, open('未查看口罩')],
  [
    'a colour that staff were to look at',
    { ...measured, colour: unknown, decision: 'ask' },
    open('健康码未知'),
  ],
  [
    'nothing that anybody asked',
    { ...measured, decision: 'ask' },
    { decision: 'ask', why: '断网时由查验人员决定' },
  ],
  ['nothing of who was stopped', { temperature: 38.5, decision: 'stop' }, { decision: 'stop' }],
])('%s', async (_what, more, expected) => {
  const door = await openDoor(api, { category: 'school' });
  expect(
    await lateAnswers(api, door, [lateScan(api, await buildPerson(api.services), hourMs, more)]),
  ).toEqual(['taken']);
  const [row] = await lateRows(api, door);
  expect(row).toMatchObject(expected);
});

test('a test, as far as the platform knew of one then', async () => {
  const [tested, other] = [await buildPerson(api.services), await buildPerson(api.services)];
  await buildFact(api.services, tested.idNumber, { source: 'tests', kind: 'nucleicNegative' });
  api.clock.advance(3 * hourMs);
  const door = await openDoor(api, { category: 'medical' });
  const items = [tested, other].map((person, i) => lateScan(api, person, (2 - i) * hourMs, measured));
  expect(await lateAnswers(api, door, items)).toEqual(['taken', 'taken']);
  expect(await lateRows(api, door)).toMatchObject([
    { decision: 'allow', why: null },
    broken('未查到 72 小时内的核酸阴性结果'),
  ]);
});

test('the unit reads it', async () => {
  const { point, auth } = await openDoor(api, { category: 'school' });
  const item = lateScan(api, await buildPerson(api.services), hourMs, { temperature: 38.5 });
  expect(await lateAnswers(api, { point, auth }, [item])).toEqual(['taken']);
  const manager = await signedInStaff(api.services, { unit: { id: point.unitId } as never });
  const { body } = await api.request.get(`/api/v1/unit/passages/${item.id}`).set(manager.auth).expect(200);
  expect(body).toMatchObject(broken('体温 38.5 ℃，达到或超过 37.3 ℃'));
});
