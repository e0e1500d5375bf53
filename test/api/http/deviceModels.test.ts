import { deviceAgreement, deviceModel } from '@anxing/contract/devices';

import { auditEvents } from '../../support/api/auditEvents';
import { rightVerdicts } from '../../support/api/conformance';
import { DeviceClient } from '../../support/api/deviceClient';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { codeOf, expectOnlyFor, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

type Staff = Awaited<ReturnType<typeof signedInStaff>>;

let api: TestApi;
let owner: Staff;
let operator: Staff;

beforeAll(async () => {
  api = await startApi();
  owner = await signedInStaff(api.services, { roles: ['owner'] });
  const unit = await buildUnit(api.services, { kind: 'operator', name: '示例运营中心' });
  operator = await signedInStaff(api.services, { unit, roles: ['units'] });
});

afterAll(() => api.close());

const models = '/api/v1/unit/device-models';
const decisions = '/api/v1/operator/device-models';
const wanted = {
  maker: '示例设备公司',
  model: 'AX-GATE-1',
  kind: 'turnstile',
  contact: { name: '林工', phone: '13800001234' },
};
const agreement = { version: deviceAgreement.version };

function send(auth: Auth, path: string, body: object = {}) {
  return api.request.post(path).set(auth).send(body);
}

async function register(auth = owner.auth): Promise<string> {
  return (await send(auth, models, wanted).expect(201)).body.id;
}

async function shownModel(id: string) {
  const { body } = await api.request.get(models).set(owner.auth).expect(200);

  return body.items.find((one: { id: string }) => one.id === id);
}

/** A device of the model's maker before it is approved. */
async function startTried(modelId: string) {
  const { body: run } = await send(owner.auth, `${models}/${modelId}/conformance`).expect(201);
  const path = run.address.slice(run.address.indexOf('/device/'));
  const client = new DeviceClient(api);

  return { run, path, client };
}

async function tried(
  modelId: string,
  change: (verdicts: ReturnType<typeof rightVerdicts>) => void = () => undefined,
) {
  const { path, client } = await startTried(modelId);
  await client.post(`${path}/key`, { publicKey: client.publicKey }).expect(200);
  const { body } = await client.get(path).expect(200);
  const verdicts = rightVerdicts(body);
  change(verdicts);

  return { path, client, verdicts, answer: await client.post(`${path}/verdicts`, verdicts).expect(200) };
}

test('registered, tested, agreed on, approved: then devices can be added, not before', async () => {
  const id = await register();
  expect(deviceModel.parse(await shownModel(id))).toMatchObject({ ...wanted, state: 'open', run: null });
  expect(codeOf(await send(owner.auth, `${models}/${id}/agreement`, agreement).expect(409))).toBe(
    'model_not_tested',
  );
  expect(codeOf(await send(operator.auth, `${decisions}/${id}/approve`).expect(409))).toBe('model_not_ready');

  const { answer } = await tried(id);
  expect(answer.body).toMatchObject({ state: 'passed', wrong: [] });
  expect(answer.body.tasks).toBeGreaterThan(35);
  const agreed = await send(owner.auth, `${models}/${id}/agreement`, agreement).expect(200);
  expect(agreed.body).toMatchObject({ state: 'waiting', agreement: { ...agreement, by: owner.name } });

  const { body: list } = await api.request.get(`${decisions}?state=waiting`).set(operator.auth).expect(200);
  expect(list.items).toMatchObject([{ id, unit: { name: owner.unit.name }, contact: wanted.contact }]);
  await send(operator.auth, `${decisions}/${id}/approve`).expect(200);
  expect(await shownModel(id)).toMatchObject({ state: 'approved', decision: { reason: null } });
  expect(codeOf(await send(operator.auth, `${decisions}/${id}/approve`).expect(409))).toBe('model_decided');
  expect(codeOf(await send(owner.auth, `${models}/${id}/agreement`, agreement).expect(409))).toBe(
    'model_decided',
  );
  const actions = (await auditEvents(api.services, id)).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['device_models.create', 'device_models.update']));
});

test('refused with a reason, it begins anew', async () => {
  const id = await register();
  await tried(id);
  await send(owner.auth, `${models}/${id}/agreement`, agreement).expect(200);
  expect(faultsOf(await send(operator.auth, `${decisions}/${id}/refuse`, {}).expect(400))).toEqual({
    reason: 'Required',
  });
  await send(operator.auth, `${decisions}/${id}/refuse`, { reason: '联系人电话无人接听' }).expect(200);
  expect(await shownModel(id)).toMatchObject({
    state: 'refused',
    conformedAt: null,
    decision: { reason: '联系人电话无人接听' },
  });
  expect(codeOf(await send(owner.auth, `${models}/${id}/agreement`, agreement).expect(409))).toBe(
    'model_not_tested',
  );
  await tried(id);
  await send(owner.auth, `${models}/${id}/agreement`, agreement).expect(200);
  expect(await shownModel(id)).toMatchObject({ state: 'waiting' });
});

test('one wrong verdict fails the run, and is named', async () => {
  const id = await register();
  const { answer, path, client, verdicts } = await tried(id, ({ scans, answers }) => {
    const open = scans.find(({ verdict }) => verdict === 'open');
    Object.assign(open ?? {}, { verdict: 'stay' });
    answers.pop();
  });
  expect(answer.body).toMatchObject({ state: 'failed', right: answer.body.tasks - 2 });
  expect(answer.body.wrong).toHaveLength(2);
  expect(answer.body.wrong[0]).toMatchObject({ expected: 'open', answered: 'stay', right: false });
  expect(answer.body.wrong[1]).toMatchObject({ answered: null });
  expect(codeOf(await client.post(`${path}/verdicts`, verdicts).expect(409))).toBe('run_over');
  expect((await shownModel(id)).run).toMatchObject({ state: 'failed', hasKey: true });
  expect((await shownModel(id)).conformedAt).toBeNull();
});

test('a gate that opens for everybody, or for nobody, fails', async () => {
  const id = await register();
  for (const verdict of ['open', 'stay'] as const) {
    const { answer } = await tried(id, ({ scans }) => scans.forEach((one) => (one.verdict = verdict)));
    expect(answer.body.state).toBe('failed');
  }
});

test('tasks have other names in another run, and the same when asked again', async () => {
  const id = await register();
  const names = async () => {
    const { path, client } = await startTried(id);
    await client.post(`${path}/key`, { publicKey: client.publicKey }).expect(200);
    const read = async () =>
      (await client.get(path).expect(200)).body.scans.map((one: { id: string }) => one.id) as string[];
    expect(await read()).toEqual(await read());

    return read();
  };
  const [one, other] = [await names(), await names()];
  expect(one.filter((name) => other.includes(name))).toEqual([]);
});

test('a run is for the one key in its slot, for a day', async () => {
  const { path, client } = await startTried(await register());
  const other = new DeviceClient(api);
  expect(codeOf(await client.get(path).expect(401))).toBe('signature_refused');
  expect(codeOf(await client.post(`${path}/key`, { publicKey: other.publicKey }).expect(401))).toBe(
    'signature_refused',
  );
  await client.post(`${path}/key`, { publicKey: client.publicKey }).expect(200);
  await client.post(`${path}/key`, { publicKey: client.publicKey }).expect(200);
  expect(codeOf(await other.post(`${path}/key`, { publicKey: other.publicKey }).expect(409))).toBe(
    'conflict',
  );
  expect(codeOf(await other.get(path).expect(401))).toBe('signature_refused');
  expect(codeOf(await api.request.get(`/api/v1${path}`).expect(401))).toBe('signature_missing');
  expect((await client.post(`${path}/verdicts`, { scans: 1 }).expect(400)).body.error.fields).toHaveLength(2);
  api.clock.advance(25 * 3_600_000);
  expect(codeOf(await client.get(path).expect(409))).toBe('run_over');
  api.clock.reset();
  const gone = '/device/conformance/0190a1b2-c3d4-7000-8000-000000000001';
  expect(codeOf(await client.get(gone).expect(404))).toBe('not_found');
});

test('every wrong field of a model is named', async () => {
  const answer = await send(owner.auth, models, {
    maker: '',
    kind: 'door',
    contact: { name: 'x', phone: '1' },
  });
  expect(answer.status).toBe(400);
  expect(Object.keys(faultsOf(answer))).toEqual(['contact.phone', 'kind', 'maker', 'model']);
  const version = await send(owner.auth, `${models}/${await register()}/agreement`, { version: '2020' });
  expect(Object.keys(faultsOf(version))).toEqual(['version']);
});

test('models are the owner’s and managers’, decisions the operator’s; another unit’s is not there', async () => {
  const id = await register();
  const outsiders = ['clerk', 'guard', 'viewer', 'units', 'auditor'] as const;
  await expectOnlyFor(api, (auth) => api.request.get(models).set(auth), [...outsiders]);
  await expectOnlyFor(api, (auth) => send(auth, models, wanted), [...outsiders]);
  await expectOnlyFor(api, (auth) => send(auth, `${models}/${id}/conformance`), [...outsiders]);
  await expectOnlyFor(api, (auth) => send(auth, `${models}/${id}/agreement`, agreement), [...outsiders]);
  const others = ['owner', 'manager', 'rules', 'approver', 'units'] as const;
  await expectOnlyFor(api, (auth) => api.request.get(decisions).set(auth), [...others]);
  await expectOnlyFor(api, (auth) => send(auth, `${decisions}/${id}/approve`), [...others]);
  await expectOnlyFor(api, (auth) => send(auth, `${decisions}/${id}/refuse`, { reason: 'x' }), [...others]);

  const stranger = await signedInStaff(api.services, { roles: ['owner'] });
  expect((await api.request.get(models).set(stranger.auth).expect(200)).body.items).toEqual([]);
  await send(stranger.auth, `${models}/${id}/conformance`).expect(404);
  await send(stranger.auth, `${models}/${id}/agreement`, agreement).expect(404);
  await send(operator.auth, `${decisions}/0190a1b2-c3d4-7000-8000-000000000001/approve`).expect(404);
});
