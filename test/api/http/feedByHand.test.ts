import { dayOf } from '../../../api/src/base/days';
import { Change } from '../../../api/src/models/change';
import { verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { inventIdNumber } from '../../support/api/invented';
import { decide } from '../../support/api/overrides';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let desk: VerifiedStaff;
let approver: VerifiedStaff;

beforeAll(async () => {
  api = await startApi();
  desk = await verifiedStaff(api.services, { roles: ['feeds'] });
  approver = await verifiedStaff(api.services, { roles: ['approver'] });
});

afterAll(() => api.close());

/** Uploads a list of arrivals that a second person approves. @returns what that one was warned of */
async function warningOf(numbers: readonly string[], name: string): Promise<string | null> {
  const today = dayOf(api.clock.now(), api.services.config.brand.zone);
  const { body } = await api.request
    .post('/api/v1/operator/feeds/arrivals/uploads')
    .query({ name })
    .set(desk.auth)
    .set('Content-Type', 'text/csv')
    .send(`证件号码,类型,到达日期\n${numbers.map((number) => `${number},arrived,${today}\n`).join('')}`)
    .expect(201);
  const change = await Change.findByPk(body.batch.changeId, { rejectOnEmpty: true });
  await decide(api, approver, change.id, 'approve').expect(200);

  return change.warning;
}

test('of a full list the second person reads how many rows it ends, from one on: it may be meant as an addition', async () => {
  const three = [inventIdNumber(), inventIdNumber(), inventIdNumber()];
  const four = [...three, inventIdNumber()];
  expect(await warningOf(three, '全部')).toBeNull();
  expect(await warningOf(four, '更多')).toBeNull();
  expect(await warningOf(four.slice(1), '少一人')).toContain('未列入的 1 条在案记录');
  expect(await warningOf(three.slice(0, 1), '补报')).toContain('未列入的 3 条在案记录');
});
