import { StartRefused } from '../../../api/src/base/errors';
import { createOperator } from '../../../api/src/commands/createOperator';
import { Staff } from '../../../api/src/models/staff';
import { Unit } from '../../../api/src/models/unit';
import { verifyPassword } from '../../../api/src/privacy/passwords';
import { buildStaff } from '../../support/api/factories/buildStaff';
import { signIn } from '../../support/api/factories/signIn';
import { inventName, inventPhone } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeEach(async () => {
  api = await startApi();
});

afterEach(() => api.close());

function somebody(more: object = {}) {
  return { name: inventName(), phone: inventPhone(), unitName: '示例运营中心', ...more };
}

test('the first operator of an empty database opens units', async () => {
  const given = somebody();
  const { phone, password } = await createOperator(api.services, given);
  expect(phone).toBe(given.phone);

  const [staff] = await Staff.findAll();
  const [unit] = await Unit.findAll();
  expect(unit).toMatchObject({ kind: 'operator', name: given.unitName, creditCode: '' });
  expect(staff).toMatchObject({ unitId: unit?.id, roles: 'units,auditor' });
  expect(await verifyPassword(password, staff?.passwordHash ?? '')).toBe(true);
  await staff?.update({ mustChangePassword: false });
  const auth = await signIn(api.services, { staff: staff as Staff });
  await api.request.get('/api/v1/operator/units').set(auth).expect(200);
  expect((await api.services.audit.verify())[0]).toMatchObject({ brokenAt: null });
});

test('a second one only when asked for, in the same unit', async () => {
  await createOperator(api.services, somebody());
  await expect(createOperator(api.services, somebody())).rejects.toThrow(StartRefused);
  await createOperator(api.services, somebody({ add: true, roles: ['approver'] }));

  expect(await Unit.count()).toBe(1);
  expect((await Staff.findAll({ order: ['id'] })).map(({ roles }) => roles).sort()).toEqual([
    'approver',
    'units,auditor',
  ]);
});

test('wrong values are named, a phone in use is told, and nothing is stored', async () => {
  const wrong = { name: '', phone: '12', unitName: 'x'.repeat(99), roles: ['owner'] } as never;
  await expect(createOperator(api.services, wrong)).rejects.toThrow(/name, phone, unitName, roles/);
  const { phone } = await buildStaff(api.services);
  await expect(createOperator(api.services, somebody({ phone }))).rejects.toThrow(/The phone is in use/);
  expect(await Unit.count({ where: { kind: 'operator' } })).toBe(0);
});
