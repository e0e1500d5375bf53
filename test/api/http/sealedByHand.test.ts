import { dayOf } from '../../../api/src/base/days';
import { newId } from '../../../api/src/base/ids';
import { verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { buildFeedClient } from '../../support/api/feedClient';
import { decide } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let resident: VerifiedStaff;
let neighbour: VerifiedStaff;
let other: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  resident = await verifiedStaff(api.services, { roles: ['approver'] });
  neighbour = await verifiedStaff(api.services, { roles: ['approver'] });
  other = await verifiedStaff(api.services, { roles: ['approver'] });
  const households = await buildFeedClient(api, 'households');
  const home = ({ person }: VerifiedStaff, building: string) => ({
    idNumber: person.idNumber,
    division: '350102',
    community: '示例花园',
    building,
  });
  await households.deliver([home(resident, '3幢'), home(neighbour, '5幢')]).expect(201);
});

afterAll(() => api.close());

/** @returns the change that waits for a second person */
async function upload(by: VerifiedStaff, building?: string) {
  const today = dayOf(api.clock.now(), api.services.config.brand.zone);
  const row = building === undefined ? '' : `350102,示例花园,${building},${today}\n`;

  return api.request
    .post(`/api/v1/operator/feeds/sealed/uploads?name=${newId(api.clock.now())}`)
    .set(by.auth)
    .set('Content-Type', 'text/csv')
    .send(`行政区划代码,小区名称,楼栋,封闭开始日期\n${row}`);
}

test('nobody decides about a list that seals his home, or opens it', async () => {
  const desk = await verifiedStaff(api.services, { roles: ['feeds'] });
  const { body: sealing } = await upload(desk, '3幢');
  expect((await decide(api, resident, sealing.batch.changeId, 'approve')).body.error?.code).toBe(
    'change_about_self',
  );
  await decide(api, neighbour, sealing.batch.changeId, 'approve').expect(200);

  const { body: opening } = await upload(desk);
  expect((await decide(api, resident, opening.batch.changeId, 'approve')).body.error?.code).toBe(
    'change_about_self',
  );
  await decide(api, other, opening.batch.changeId, 'approve').expect(200);
});

test('nobody proposes one either', async () => {
  const desk = await verifiedStaff(api.services, { roles: ['feeds'] });
  const households = await buildFeedClient(api, 'households', { channel: 'south' });
  const home = { idNumber: desk.person.idNumber, division: '350102', community: '示例花园', building: '7幢' };
  await households.deliver([home]).expect(201);
  expect((await upload(desk, '7幢')).body.error?.code).toBe('change_about_self');
  expect((await upload(desk, '8幢')).status).toBe(201);
});
