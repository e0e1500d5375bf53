import { showPass } from '@anxing/contract/offline/passChain';

import { issuePass, sha256 } from '../../../api/src/codes/outagePass';
import { checkInId } from '../../support/api/checkIn';
import { countsOf } from '../../support/api/counts';
import { codeOf as codeFor, openDoor, scan as staffScan } from '../../support/api/door';
import { buildDevice, type BuiltDevice } from '../../support/api/factories/buildDevice';
import { buildPerson } from '../../support/api/factories/buildPerson';
import { PrivateRedis } from '../../support/api/privateRedis';
import { codeOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

jest.setTimeout(60_000);

describe.each(['its own memory', 'Redis'])('what a gate has opened for is kept in %s', (kept) => {
  let redis: PrivateRedis | undefined;
  let api: TestApi;
  let gate: BuiltDevice;

  beforeAll(async () => {
    redis = kept === 'Redis' ? await PrivateRedis.start() : undefined;
    api = await startApi(redis ? { settings: { ANXING_REDIS_URL: redis.url } } : {});
    // Until it is connected the process goes by itself.
    await api.services.holds.take('connected', 'nobody', 1);
  });

  beforeEach(async () => {
    gate = await buildDevice(api);
  });

  afterAll(async () => {
    await api.close();
    await redis?.stop();
  });

  function show({ client }: BuiltDevice, object: string, more: object = {}) {
    return client.post('/device/scans', { id: checkInId(api.clock.now()), object, mask: true, ...more });
  }

  async function freshCode(): Promise<string> {
    return codeFor(api, await buildPerson(api.services));
  }

  test('whoever comes behind with a photo of the code stays outside, and nothing is told of its owner', async () => {
    const object = await freshCode();
    await show(gate, object).expect(200);
    const { body } = await show(gate, object).expect(422);

    expect(body.error).toMatchObject({
      code: 'code_used',
      message: '此码刚在这里用过，请刷新后再扫',
    });
    expect(Object.keys(body.error).sort()).toEqual(['code', 'message', 'messageEn', 'requestId']);
    expect(await countsOf(api.services, gate.point.id)).toMatchObject({ rows: 1, came: 1, inside: 1 });
    await api.services.deviceNotes.flush();
    const rows = await api.services.database.select(
      'SELECT cause, refused FROM device_refusals WHERE device_id = ?',
      [gate.device.id],
    );
    expect(rows.map(({ cause, refused }) => [cause, Number(refused)])).toEqual([['code_used', 1]]);
  });

  test('nor does he come in with the same code in other characters, or painted in another colour', async () => {
    const object = await freshCode();
    await show(gate, object).expect(200);
    const bytes = Buffer.from(object.slice(4), 'base64url');
    bytes.writeUInt8(2, 17);
    const wide = String.fromCharCode(object.charCodeAt(0) + 0xfee0) + object.slice(1);
    const others = [`ax1:${object.slice(4)}`, wide, ` ${object}`, `AX1:${bytes.toString('base64url')}`];
    for (const other of others) {
      expect(codeOf(await show(gate, other).expect(422))).toBe('code_used');
    }
  });

  test('another code of the same person opens, as when he has refreshed it', async () => {
    const person = await buildPerson(api.services);
    await show(gate, codeFor(api, person)).expect(200);
    expect((await show(gate, codeFor(api, person)).expect(200)).body.decision).toBe('allow');
  });

  test('another gate of the place stays shut as well', async () => {
    const beside = await buildDevice(api, { point: gate.point });
    const object = await freshCode();
    await show(gate, object).expect(200);
    expect(codeOf(await show(beside, object).expect(422))).toBe('code_used');
  });

  test('of two gates at once one opens', async () => {
    const gates = [gate, await buildDevice(api, { point: gate.point })];
    const object = await freshCode();
    const answers = await Promise.all([...gates, ...gates].map((one) => show(one, object)));
    const opened = answers.filter(({ body }) => body.decision === 'allow');

    expect(opened).toHaveLength(1);
    expect(answers.filter((one) => one.status === 422).map(codeOf)).toEqual(Array(3).fill('code_used'));
    expect(await countsOf(api.services, gate.point.id)).toMatchObject({ rows: 1, came: 1 });
  });

  test('an answer that was lost is given again for the same id', async () => {
    const scan = { id: checkInId(api.clock.now()), object: await freshCode(), mask: true };
    const send = () => gate.client.post('/device/scans', scan);
    const [first, meanwhile] = await Promise.all([send(), send()]);
    const again = await send();

    expect([first.status, meanwhile.status, again.status]).toEqual([200, 200, 200]);
    expect([meanwhile.body, again.body]).toEqual([first.body, first.body]);
    expect(await countsOf(api.services, gate.point.id)).toMatchObject({ rows: 1, came: 1 });
  });

  test('the way out, another place and staff are a matter of their own', async () => {
    const door = await openDoor(api, { unitId: gate.point.unitId });
    const object = await freshCode();
    await show(gate, object).expect(200);
    await show(gate, object, { direction: 'out' }).expect(200);
    await show(await buildDevice(api), object).expect(200);
    await staffScan(api, door, object).expect(200);
    await staffScan(api, door, object).expect(200);

    const outAgain = await show(gate, object, { direction: 'out' }).expect(422);
    expect(codeOf(outAgain)).toBe('code_used');
  });

  test('what was checked by staff is not used at the gate beside them', async () => {
    const door = await openDoor(api);
    const beside = await buildDevice(api, { point: door.point });
    const object = await freshCode();
    await staffScan(api, door, object).expect(200);
    await show(beside, object).expect(200);
  });

  test('a code that let nobody in is not used up', async () => {
    const object = await freshCode();
    expect((await show(gate, object, { temperature: 39 }).expect(200)).body.decision).toBe('stop');
    expect((await show(gate, object, { temperature: 36.5 }).expect(200)).body.decision).toBe('allow');
    expect(codeOf(await show(gate, object, { temperature: 36.5 }).expect(422))).toBe('code_used');
  });

  test('what could not be written has let nobody in: the same id is taken later, and a new one too', async () => {
    const scans = [await freshCode(), await freshCode()].map((object) => ({
      id: checkInId(api.clock.now()),
      object,
      mask: true,
    }));
    const submit = jest
      .spyOn(api.services.writer, 'submit')
      .mockRejectedValueOnce(new Error('the database is gone'))
      .mockRejectedValueOnce(new Error('the database is gone'));
    for (const scan of scans) {
      await gate.client.post('/device/scans', scan).expect(500);
    }
    submit.mockRestore();
    const [first, second] = scans;

    expect((await gate.client.post('/device/scans', first ?? {}).expect(200)).body.decision).toBe('allow');
    expect((await show(gate, second?.object ?? '').expect(200)).body.decision).toBe('allow');
  });

  test('the id of somebody else’s passage takes nothing away from him', async () => {
    const scan = { id: checkInId(api.clock.now()), object: await freshCode(), mask: true };
    await gate.client.post('/device/scans', scan).expect(200);
    const other = await gate.client.post('/device/scans', { ...scan, mask: undefined }).expect(422);

    expect(codeOf(other)).toBe('same_id_other_body');
    expect(codeOf(await show(gate, scan.object).expect(422))).toBe('code_used');
  });

  test('what a gate let in by itself and tells late is used as well', async () => {
    const items = ['allow', 'stop'].map(async (decision) => ({
      id: checkInId(api.clock.now()),
      object: await freshCode(),
      decision,
    }));
    const [letIn, stopped] = await Promise.all(items);
    await gate.client.post('/device/scans/late', { items: [letIn, stopped] }).expect(200);

    expect(codeOf(await show(gate, letIn?.object ?? '').expect(422))).toBe('code_used');
    expect((await show(gate, stopped?.object ?? '').expect(200)).body.decision).toBe('allow');
  });

  test('a step of an outage pass opens once, the next one again', async () => {
    const { person } = await buildPerson(api.services);
    const reference = Buffer.from(person.codeReference ?? '', 'hex');
    const issued = api.clock.now() - 60_000;
    const secret = issuePass(api.services.codeKeys.current, { reference, colour: 1, now: issued });
    const shown = () => showPass(sha256, secret, api.clock.now()) ?? '';
    await show(gate, shown()).expect(200);
    const { body } = await show(gate, shown()).expect(422);
    expect(body.error).toMatchObject({
      code: 'pass_used',
      message: '此离线通行码刚在这里用过，请等它更换后再扫',
    });
    api.clock.advance(30_000);
    await show(gate, shown()).expect(200);
  });

  test('kept as long as it is good, and nothing of it names anybody or makes another code', async () => {
    const person = await buildPerson(api.services);
    const take = jest.spyOn(api.services.holds, 'take');
    const object = codeFor(api, person);
    await show(gate, object).expect(200);
    const [[key = '', , forMs = 0] = []] = take.mock.calls;
    take.mockRestore();

    expect(forMs).toBeGreaterThan(60_000);
    expect(forMs).toBeLessThanOrEqual(70_000);
    for (const secret of [person.person.codeReference ?? '', person.person.id, person.name]) {
      expect(secret).not.toBe('');
      expect(key).not.toContain(secret);
    }
    const block = Buffer.from(object.slice(4), 'base64url').subarray(1, 17);
    expect(key).not.toContain(block.toString('base64url'));
    expect(key).not.toContain(block.toString('hex'));
  });
});
