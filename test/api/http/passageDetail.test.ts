import { passageDetail } from '@anxing/contract/passages';

import { idFromBytes, idToBytes } from '../../../api/src/base/ids';
import { auditEvents } from '../../support/api/auditEvents';
import { buildDevice } from '../../support/api/factories/buildDevice';
import { buildPassage } from '../../support/api/factories/buildPassage';
import { buildPoint } from '../../support/api/factories/buildPoint';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { expectOnlyFor } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const path = '/api/v1/unit/passages';

function show(auth: Auth, id: string) {
  return api.request.get(`${path}/${id}`).set(auth);
}

async function venue() {
  const viewer = await signedInStaff(api.services, { roles: ['viewer'] });

  return { ...viewer, point: await buildPoint(api.services, { unit: viewer.unit }) };
}

describe('one passage', () => {
  test('shows what the unit may know, and the person sees that it looked', async () => {
    const { auth, unit, staff, point } = await venue();
    const guard = await buildStaff(api.services, { unit, roles: ['guard'] });
    const values = {
      kind: 'scan',
      staffId: guard.staff.id,
      temperature: 374,
      mask: true,
      why: '体温偏高',
    } as const;
    const { passage, visitor } = await buildPassage(api.services, {
      point,
      values: { ...values, decision: 'stop' },
    });
    const { body } = await show(auth, passage.id).expect(200);

    expect(passageDetail.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      id: passage.id,
      kind: 'scan',
      decision: 'stop',
      why: '体温偏高',
      temperature: 37.4,
      mask: true,
      staff: guard.name,
      address: point.address,
      receivedAt: passage.receivedAt,
      phone: null,
      idNumber: `${visitor.idNumber.slice(0, 2)}*****${visitor.idNumber.slice(-3)}`,
    });
    const looks = await api.services.database.select(
      'SELECT unit_id, staff_id, purpose FROM accesses WHERE person_id = ?',
      [idToBytes(visitor.person.id)],
    );
    expect(
      looks.map((look) => [
        idFromBytes(look.unit_id as Uint8Array),
        idFromBytes(look.staff_id as Uint8Array),
        look.purpose,
      ]),
    ).toEqual([[unit.id, staff.id, '查看出入记录']]);
    const [, read] = await auditEvents(api.services, passage.id);
    expect(read).toMatchObject({ action: 'passages.read', actor: `staff:${staff.id}` });
  });

  test('a gate’s check names the gate, and nobody of the staff', async () => {
    const { auth, point } = await venue();
    const { device } = await buildDevice(api, { point });
    const values = { kind: 'scan', deviceId: device.id, proof: 'code', isLate: true } as const;
    const { passage } = await buildPassage(api.services, { point, values });
    const { body } = await show(auth, passage.id).expect(200);
    expect(body).toMatchObject({ device: device.name, staff: null, object: 'code', late: true });
  });

  test('a visit has no scanner, no temperature and no mask', async () => {
    const { auth, point } = await venue();
    const { passage } = await buildPassage(api.services, { point });
    const { body } = await show(auth, passage.id).expect(200);
    expect(body).toMatchObject({ staff: null, temperature: null, mask: null, why: null });
  });

  test('another unit’s passage and none at all look alike, and nobody is told of a look', async () => {
    const { auth } = await venue();
    const { passage, visitor } = await buildPassage(api.services);
    await show(auth, passage.id).expect(404);
    await show(auth, '018f0000-0000-7000-8000-000000000000').expect(404);
    await show(auth, '018f0000-0000-4000-8000-000000000000').expect(404);
    await show(auth, 'x').expect(404);
    const looks = await api.services.database.select('SELECT id FROM accesses WHERE person_id = ?', [
      idToBytes(visitor.person.id),
    ]);
    expect(looks).toEqual([]);
  });

  test('only who reads passages', async () => {
    const { passage } = await buildPassage(api.services);
    await expectOnlyFor(api, (auth) => show(auth, passage.id), ['guard', 'clerk']);
  });
});
