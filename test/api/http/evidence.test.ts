import { evidence as evidenceSchema } from '@anxing/contract/evidence';
import { limits } from '@anxing/contract/limits';

import { tidyEvidence } from '../../../api/src/commands/evidence/tidyEvidence';
import { Evidence, withoutData } from '../../../api/src/models/evidence';
import { auditEvents } from '../../support/api/auditEvents';
import { jpegFile, pdfFile, pngFile, upload } from '../../support/api/evidenceFiles';
import { buildFact } from '../../support/api/factories/buildFact';
import type { BuiltPerson } from '../../support/api/factories/buildPerson';
import type { Auth } from '../../support/api/factories/signedIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { operatorCrew, verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber } from '../../support/api/invented';
import { liftWish, propose } from '../../support/api/overrides';
import { codeOf, expectOnlyFor, expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const nowhere = '019a0000-0000-7000-8000-000000000000';

let api: TestApi;
let rules: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  ({ rules, approver } = await operatorCrew(api.services));
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

type Side = 'me' | 'unit' | 'operator';

function send(side: Side, auth: Auth, body: object = upload('image/png', pngFile())) {
  return api.request.post(`/api/v1/${side}/evidence`).set(auth).send(body);
}

function read(side: Side, auth: Auth, id: string) {
  return api.request.get(`/api/v1/${side}/evidence/${id}`).set(auth).buffer(true);
}

async function sent(side: Side, auth: Auth): Promise<string> {
  return (await send(side, auth).expect(201)).body.id as string;
}

/** An appeal with a picture. @returns the picture's id */
async function appealWithPicture({ auth, idNumber }: BuiltPerson & { auth: Auth }): Promise<string> {
  await buildFact(api.services, idNumber);
  const id = await sent('me', auth);
  const wish = { rules: ['fever'], text: '记录有误。', pictures: [id] };
  await api.request.post('/api/v1/me/appeals').set(auth).send(wish).expect(201);

  return id;
}

test.each([
  ['image/png', pngFile(), 'inline; filename="evidence.png"'],
  ['image/jpeg', jpegFile(300_000), 'inline; filename="evidence.jpg"'],
  ['application/pdf', pdfFile(), 'attachment; filename="evidence.pdf"'],
])('a %s comes back as it was sent, and cannot be taken for anything else', async (type, file, name) => {
  const { auth } = await signedInPerson(api.services);
  const { body } = await send('me', auth, upload(type, file)).expect(201);
  expect(evidenceSchema.parse(body)).toEqual(body);
  expect(body).toMatchObject({ mediaType: type, bytes: file.length });
  const answer = await read('me', auth, body.id).expect(200);
  expect(Buffer.from(answer.body).equals(file)).toBe(true);
  expect(answer.headers).toMatchObject({
    'content-type': type,
    'content-disposition': name,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  const stored = await Evidence.findByPk(body.id);
  expect(stored?.data.includes(file.toString('base64').slice(0, 40))).toBe(false);
});

test('what is not what it says, or was cut off on its way, is refused', async () => {
  const { auth } = await signedInPerson(api.services);
  const script = Buffer.from('<html><script>alert(1)</script></html>');
  const wrong = [
    upload('image/png', jpegFile()),
    upload('image/png', pngFile().subarray(0, -4)),
    upload('image/jpeg', pngFile()),
    upload('image/jpeg', jpegFile().subarray(0, -1)),
    upload('application/pdf', pdfFile().subarray(0, 20)),
    upload('application/pdf', script),
    upload('image/png', script),
    { mediaType: 'image/png', data: pngFile().toString('base64').replace(/=+$/, '') },
    { mediaType: 'image/png', data: 'A' },
  ];
  for (const body of wrong) {
    const { status, body: answer } = await send('me', auth, body);
    expect([status, answer.error.code]).toEqual([422, 'evidence_refused']);
  }
  expect(await Evidence.count({ where: { mediaType: 'text/html' } })).toBe(0);
});

test('wrong fields are named, as is a file that is too large', async () => {
  const { auth } = await signedInPerson(api.services);
  const shape = await send('me', auth, { mediaType: 'text/html', data: '<', name: 'x' }).expect(400);
  expect(Object.keys(faultsOf(shape))).toEqual(['data', 'mediaType', 'name']);
  const large = await send('me', auth, upload('image/jpeg', jpegFile(1_500_001))).expect(400);
  expect(faultsOf(large)).toEqual({ data: 'Too long' });
  expect((await send('me', auth, upload('image/jpeg', jpegFile(1_500_000)))).status).toBe(201);
});

test('a resident may send so many in a day', async () => {
  const { auth, person } = await signedInPerson(api.services);
  for (let i = 0; i < limits.evidencePerDay; i += 1) {
    await api.services.limiter.consume('evidence', person.id, {
      points: limits.evidencePerDay,
      seconds: 86_400,
    });
  }
  const refused = await send('me', auth).expect(429);
  expect(codeOf(refused)).toBe('too_many_requests');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_600);
});

describe('who sees it', () => {
  test('the resident alone, until it is part of an appeal; then the operator, and the person reads of it', async () => {
    const person = await signedInPerson(api.services);
    const other = await signedInPerson(api.services);
    const unused = await sent('me', person.auth);
    expect(codeOf(await read('me', other.auth, unused).expect(404))).toBe('not_found');
    expect(codeOf(await read('operator', rules.auth, unused).expect(404))).toBe('not_found');
    const used = await appealWithPicture(person);
    const answer = await read('operator', approver.auth, used).expect(200);
    expect(Buffer.from(answer.body).equals(pngFile())).toBe(true);
    const { body } = await api.request.get('/api/v1/me/accesses').set(person.auth).expect(200);
    expect(body.items).toMatchObject([{ who: '示例运营中心', purpose: '查看申诉材料' }]);
    expect((await auditEvents(api.services, used)).at(-1)).toMatchObject({
      action: 'evidence.read',
      actor: `staff:${approver.staff.id}`,
    });
  });

  test('of a unit its own staff, and the operator once it is part of a change', async () => {
    const owner = await verifiedStaff(api.services, { roles: ['owner'] });
    const colleague = await verifiedStaff(api.services, { unit: owner.unit, roles: ['clerk'] });
    const stranger = await verifiedStaff(api.services, { roles: ['owner'] });
    const id = await sent('unit', owner.auth);
    expect(codeOf(await read('operator', approver.auth, id).expect(404))).toBe('not_found');
    await propose(api, 'unit', owner.auth, liftWish(undefined, { evidence: { files: [id] } })).expect(201);
    await read('unit', colleague.auth, id).expect(200);
    await read('operator', approver.auth, id).expect(200);
    expect(codeOf(await read('unit', stranger.auth, id).expect(404))).toBe('not_found');
    const ofResident = await sent('me', (await signedInPerson(api.services)).auth);
    expect(codeOf(await read('unit', owner.auth, ofResident).expect(404))).toBe('not_found');
    expect(codeOf(await read('unit', owner.auth, nowhere).expect(404))).toBe('not_found');
  });

  test('whom a change of colour is about reads of a look at its file, once an hour for one staff member', async () => {
    const people = [await signedInPerson(api.services), await signedInPerson(api.services)];
    const other = await signedInPerson(api.services);
    const owner = await verifiedStaff(api.services, { roles: ['owner'] });
    const id = await sent('unit', owner.auth);
    const idNumbers = [...people.map(({ idNumber }) => idNumber), inventIdNumber()];
    await propose(api, 'unit', owner.auth, liftWish(idNumbers, { evidence: { files: [id] } })).expect(201);
    await read('operator', approver.auth, id).expect(200);
    await read('operator', approver.auth, id).expect(200);
    const seenBy = async ({ auth }: { auth: Auth }) =>
      (await api.request.get('/api/v1/me/accesses').set(auth).expect(200)).body.items as unknown[];
    const look = { who: '示例运营中心', purpose: '查看人工变更颜色的证明材料' };
    expect(await Promise.all(people.map(seenBy))).toMatchObject([[look], [look]]);
    expect(await seenBy(other)).toEqual([]);
    const reads = (await auditEvents(api.services, id)).filter(({ action }) => action === 'evidence.read');
    expect(reads).toHaveLength(2);
  });

  test('nobody else', async () => {
    await expectOnlyForPersons(api, (auth) => send('me', auth));
    await expectOnlyForPersons(api, (auth) => read('me', auth, nowhere));
    const uncoded = await signedInPerson(api.services, { claimed: false });
    expect(codeOf(await send('me', uncoded.auth).expect(403))).toBe('code_required');
    await expectOnlyFor(api, (auth) => send('unit', auth), ['manager', 'guard', 'viewer']);
    await expectOnlyFor(api, (auth) => read('unit', auth, nowhere), ['manager', 'guard', 'viewer']);
    await expectOnlyFor(api, (auth) => read('operator', auth, nowhere), ['owner', 'clerk', 'units']);
  });
});

test('what nobody uses within a day is forgotten; what was used stays', async () => {
  const person = await signedInPerson(api.services);
  const [unused, used] = [await sent('me', person.auth), await appealWithPicture(person)];
  const left = async () => {
    const found = await Evidence.findAll({ attributes: withoutData, where: { id: [unused, used] } });

    return found.map(({ id }) => id).sort();
  };
  api.clock.advance(23 * 3_600_000);
  await tidyEvidence.perform(api.services);
  expect(await left()).toEqual([unused, used].sort());
  api.clock.advance(2 * 3_600_000);
  await tidyEvidence.perform(api.services);
  expect(await left()).toEqual([used]);
});
