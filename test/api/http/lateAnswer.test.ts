import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { codeOf, openDoor, passOf, scan } from '../../support/api/door';
import { buildDevice, type BuiltDevice } from '../../support/api/factories/buildDevice';
import { buildFact } from '../../support/api/factories/buildFact';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { lateAnswers, lateRows } from '../../support/api/lateScans';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

const hourMs = 3_600_000;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

interface LateItem {
  id: string;
  object: string;
  decision: string;
  temperature?: number;
  direction?: string;
}

async function gateAt(category: string): Promise<BuiltDevice> {
  return buildDevice(api, { point: await buildPoint(api.services, { values: { category } }) });
}

/** The platform hears of somebody, whose answer then comes too late: what the gate does by itself. */
async function heard(gate: BuiltDevice, object: string, decision = 'allow', temperature = 36.5) {
  const id = checkInId(api.clock.now());
  const { body } = await gate.client.post('/device/scans', { id, object, temperature }).expect(200);

  return { item: { id, object, temperature, decision } as LateItem, decided: body.decision as string };
}

async function told(gate: BuiltDevice, ...items: object[]): Promise<string[]> {
  const { body } = await gate.client.post('/device/scans/late', { items }).expect(200);

  return body.items.map(({ taken, code }: { taken: boolean; code: string | null }) =>
    taken ? 'taken' : code,
  );
}

async function refusals({ device }: BuiltDevice): Promise<unknown[]> {
  await api.services.deviceNotes.flush();

  return api.services.database.select('SELECT cause, refused FROM device_refusals WHERE device_id = ?', [
    device.id,
  ]);
}

async function turnedOrange(): Promise<{ person: BuiltPerson; pass: string }> {
  const person = await buildPerson(api.services);
  const pass = passOf(api, person, { agoMs: hourMs });
  await buildFact(api.services, person.idNumber);

  return { person, pass };
}

test('who was let in both times is one passage, and no refusal', async () => {
  const gate = await gateAt('mall');
  const { item, decided } = await heard(gate, codeOf(api, await buildPerson(api.services)));
  expect(decided).toBe('allow');
  const before = [await lateRows(api, gate), await countsOf(api.services, gate.point.id)];
  expect(await told(gate, item)).toEqual(['taken']);
  expect(await told(gate, item, item)).toEqual(['taken', 'taken']);
  expect([await lateRows(api, gate), await countsOf(api.services, gate.point.id)]).toEqual(before);
  expect(before).toMatchObject([[{ decision: 'allow', why: null, late: 0 }], { came: 1, inside: 1 }]);
  expect(await refusals(gate)).toEqual([]);
});

test('whom the platform stopped and the gate let in is inside, once however often it is told', async () => {
  const gate = await gateAt('serviceHall');
  const { pass } = await turnedOrange();
  const { item, decided } = await heard(gate, pass);
  expect(decided).toBe('stop');
  const sent = await Promise.all([1, 2, 3, 4].map(() => told(gate, item)));
  expect([...sent.flat(), ...(await told(gate, item))]).toEqual(Array(5).fill('taken'));
  const why = '平台答复迟到，设备已自行放行；平台判定：健康码为橙码，请配合工作人员';
  expect(await lateRows(api, gate)).toMatchObject([{ colour: 'orange', decision: 'allow', why, late: 1 }]);
  expect(await countsOf(api.services, gate.point.id)).toMatchObject({
    rows: 1,
    counted: 1,
    came: 1,
    inside: 1,
  });
  const events = await api.services.database.select(
    "SELECT payload FROM audit_events WHERE action = 'passages.feedback' AND target = ?",
    [item.id],
  );
  expect(events).toHaveLength(1);
  expect(await refusals(gate)).toEqual([]);
});

test('what it let in by itself opens no gate there again', async () => {
  const gate = await gateAt('medical');
  const person = await buildPerson(api.services);
  const { item } = await heard(gate, codeOf(api, person));
  expect(await told(gate, item)).toEqual(['taken']);
  await buildFact(api.services, person.idNumber, { source: 'tests', kind: 'nucleicNegative' });
  const again = { id: checkInId(api.clock.now()), object: item.object, temperature: 36.5 };
  const { body } = await gate.client.post('/device/scans', again).expect(422);
  expect(body.error.code).toBe('code_used');
});

test('who was asked of staff and let in by the gate is inside', async () => {
  const gate = await gateAt('medical');
  const { item, decided } = await heard(gate, codeOf(api, await buildPerson(api.services)));
  expect(decided).toBe('ask');
  expect(await countsOf(api.services, gate.point.id)).toMatchObject({ came: 0, inside: 0 });
  expect(await told(gate, item)).toEqual(['taken']);
  const [row] = await lateRows(api, gate);
  expect(row).toMatchObject({ decision: 'allow', late: 1 });
  expect(row).toMatchObject({
    why: expect.stringMatching(/^平台答复迟到，设备已自行放行；平台判定：.*核酸/),
  });
  expect(await countsOf(api.services, gate.point.id)).toMatchObject({ rows: 1, came: 1, inside: 1 });
});

test('who stayed outside both times stays outside', async () => {
  const gate = await gateAt('mall');
  const { pass } = await turnedOrange();
  const { item } = await heard(gate, pass, 'ask');
  expect(await told(gate, item)).toEqual(['taken']);
  expect(await lateRows(api, gate)).toMatchObject([{ decision: 'stop', late: 0 }]);
  expect(await countsOf(api.services, gate.point.id)).toMatchObject({ came: 0, inside: 0 });
});

test('another person, direction, device or deed under that id is something else', async () => {
  const gate = await gateAt('serviceHall');
  const { person, pass } = await turnedOrange();
  const { item } = await heard(gate, pass);
  const { point } = gate;
  const beside = await buildDevice(api, { point });
  const stranger = codeOf(api, await buildPerson(api.services));
  const others = [
    { ...item, object: stranger },
    { ...item, direction: 'out' },
  ];
  const refused = 'same_id_other_body';
  expect(await told(gate, ...others)).toEqual([refused, refused]);
  expect(await told(beside, item)).toEqual([refused]);
  expect(await lateRows(api, gate)).toMatchObject([{ decision: 'stop', late: 0 }]);

  const late = { id: checkInId(api.clock.now() - 60_000), object: codeOf(api, person, -62_000) };
  expect(await told(gate, { ...late, decision: 'stop' })).toEqual(['taken']);
  expect(await told(gate, { ...late, decision: 'allow' })).toEqual([refused]);
  expect(await countsOf(api.services, gate.point.id)).toMatchObject({ rows: 2, came: 0, inside: 0 });
});

test('a guard who let in whom the platform stopped; what was asked of him he tells as feedback', async () => {
  const door = await openDoor(api, { category: 'serviceHall' });
  const { pass } = await turnedOrange();
  const stopped = { id: checkInId(api.clock.now()), object: pass };
  const green = { id: checkInId(api.clock.now()), object: codeOf(api, await buildPerson(api.services)) };
  expect((await scan(api, door, pass, stopped).expect(200)).body.decision).toBe('stop');
  expect((await scan(api, door, green.object, green).expect(200)).body.decision).toBe('ask');
  const seen = { temperature: 36.5, mask: true, decision: 'allow' };
  const items = [
    { ...stopped, ...seen, reason: 'work' },
    { ...green, ...seen },
  ];
  expect(await lateAnswers(api, door, items)).toEqual(['taken', 'same_id_other_body']);
  expect(await lateAnswers(api, door, items)).toEqual(['taken', 'same_id_other_body']);
  const rows = await lateRows(api, door);
  const why = '平台答复迟到，查验人员已自行放行；平台判定：健康码为橙码，请配合工作人员';
  expect(rows.find(({ late }) => late === 1)).toMatchObject({ decision: 'allow', why });
  expect(rows).toHaveLength(2);
});
