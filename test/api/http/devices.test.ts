import { deviceCreated } from '@anxing/contract/devices';
import { limits } from '@anxing/contract/limits';

import { Device } from '../../../api/src/models/device';
import { auditEvents } from '../../support/api/auditEvents';
import { buildDevice, buildDeviceModel } from '../../support/api/factories/buildDevice';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const path = '/api/v1/unit/devices';
const outsiders = ['clerk', 'guard', 'viewer', 'units'] as const;

async function unitWithModel(state: 'approved' | 'waiting' = 'approved') {
  const manager = await signedInStaff(api.services, { roles: ['manager'] });
  const point = await buildPoint(api.services, { unit: manager.unit });
  const model = await buildDeviceModel(api.services, manager.unit.id, { state });
  const wanted = { name: '东门闸机', modelId: model.id, pointId: point.id, serial: 'SN-7' };

  return { ...manager, point, model, wanted };
}

function add(auth: Auth, body: object) {
  return api.request.post(path).set(auth).send(body);
}

function change(auth: Auth, id: string, body: object) {
  return api.request.patch(`${path}/${id}`).set(auth).send(body);
}

function renew(auth: Auth, id: string) {
  return api.request.post(`${path}/${id}/enrolment`).set(auth).send();
}

test('a device is added; its code is told once and stored as a hash', async () => {
  const { auth, wanted, model, point } = await unitWithModel();
  const { device, enrolment } = deviceCreated.parse((await add(auth, wanted).expect(201)).body);
  expect(device).toMatchObject({
    name: '东门闸机',
    serial: 'SN-7',
    state: 'new',
    model: { id: model.id, approved: true },
    point: { id: point.id, name: point.name },
    lastSeenAt: null,
    refusals: [],
    codeUntil: enrolment.expiresAt,
  });
  expect(enrolment.code).toMatch(/^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$/);
  expect(enrolment.expiresAt - device.createdAt).toBe(limits.enrolmentHours * 3_600_000);
  const { text } = await api.request.get(path).set(auth).expect(200);
  expect(text).not.toContain(enrolment.code);
  const stored = await Device.findByPk(device.id);
  expect(JSON.stringify(stored)).not.toContain(enrolment.code.replaceAll('-', ''));
  expect(api.readLog()).not.toContain(enrolment.code);
  expect((await auditEvents(api.services, device.id)).map(({ action }) => action)).toContain(
    'devices.create',
  );
});

test('only devices of an approved model', async () => {
  const { auth, wanted } = await unitWithModel('waiting');
  expect(codeOf(await add(auth, wanted).expect(409))).toBe('model_not_approved');
});

test('every wrong field is named: another unit’s model and point, a serial number twice', async () => {
  const { auth, wanted } = await unitWithModel();
  const other = await unitWithModel();
  const { modelId, pointId } = other.wanted;
  expect(faultsOf(await add(auth, { ...wanted, modelId, pointId }).expect(400))).toEqual({
    modelId: 'No such model',
    pointId: 'No such point',
  });
  await add(auth, wanted).expect(201);
  expect(Object.keys(faultsOf(await add(auth, wanted).expect(400)))).toEqual(['serial']);
  const wrong = await add(auth, { name: '', modelId: 1, serial: '中文', more: 1 }).expect(400);
  expect(Object.keys(faultsOf(wrong))).toEqual(['modelId', 'more', 'name', 'pointId', 'serial']);
});

test('renamed, moved, disabled and enabled', async () => {
  const { device, point } = await buildDevice(api);
  const { auth, unit } = await signedInStaff(api.services, { unit: { id: point.unitId } as never });
  const other = await buildPoint(api.services, { unit });
  const { body } = await change(auth, device.id, { name: '西门', pointId: other.id, active: false }).expect(
    200,
  );
  expect(body).toMatchObject({ name: '西门', point: { id: other.id }, state: 'disabled' });
  expect((await change(auth, device.id, { active: true }).expect(200)).body.state).toBe('enrolled');
  const foreign = await buildPoint(api.services);
  const fault = await change(auth, device.id, { pointId: foreign.id }).expect(400);
  expect(faultsOf(fault)).toEqual({ pointId: 'No such point' });
  const renewed = await renew(auth, device.id).expect(200);
  expect(renewed.body.device).toMatchObject({ state: 'new', enrolledAt: null });
});

test('devices belong to managers of their unit', async () => {
  const { device } = await buildDevice(api);
  const { wanted } = await unitWithModel();
  await expectOnlyFor(api, (auth) => api.request.get(path).set(auth), [...outsiders]);
  await expectOnlyFor(api, (auth) => add(auth, wanted), [...outsiders]);
  await expectOnlyFor(api, (auth) => change(auth, device.id, {}), [...outsiders]);
  await expectOnlyFor(api, (auth) => renew(auth, device.id), [...outsiders]);
  const stranger = await signedInStaff(api.services);
  expect((await api.request.get(path).set(stranger.auth).expect(200)).body.items).toEqual([]);
  expect(codeOf(await change(stranger.auth, device.id, { active: false }).expect(404))).toBe('not_found');
  expect(codeOf(await renew(stranger.auth, device.id).expect(404))).toBe('not_found');
});

test('the list pages by key and narrows to a point', async () => {
  const { auth, wanted, unit } = await unitWithModel();
  for (const serial of ['A', 'B', 'C']) {
    await add(auth, { ...wanted, serial }).expect(201);
  }
  const other = await buildPoint(api.services, { unit });
  await add(auth, { ...wanted, serial: 'D', pointId: other.id }).expect(201);
  const serials = async (query: object) => {
    const { body } = await api.request.get(path).set(auth).query(query).expect(200);

    return [body.items.map((one: { serial: string }) => one.serial).join(''), body.next] as const;
  };
  const [first, next] = await serials({ limit: 3 });
  expect([first, (await serials({ limit: 3, cursor: next }))[0]]).toEqual(['DCB', 'A']);
  expect((await serials({ pointId: other.id }))[0]).toBe('D');
});
