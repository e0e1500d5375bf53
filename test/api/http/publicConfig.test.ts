import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

test('anybody reads what a client needs before signing in', async () => {
  const { body, headers } = await api.request.get('/api/v1/config').expect(200);
  const { brand } = api.services.config;

  expect(body).toMatchObject({
    mode: 'demo',
    brand: { name: brand.name, hotline: brand.hotline, primary: brand.primary },
    zone: brand.zone,
    consentVersion: brand.consentVersion,
  });
  expect(body.colours).toContainEqual({
    name: 'green',
    label: '绿码',
    word: '核验通过',
    shape: 'circle',
    background: '#237804',
    ink: '#ffffff',
    decision: 'allow',
  });
  expect(body.colours).toHaveLength(api.services.colours.colours.length);
  expect(body.categories[0]).toEqual({
    id: 'government',
    name: '党政机关',
    group: '重点社会服务和管理机构',
    mask: true,
    temperature: 'required',
    testHours: null,
    outagePass: false,
  });
  expect(body.divisions).toEqual(
    expect.arrayContaining([
      { code: '110000', name: '北京市' },
      { code: '350102', name: '鼓楼区' },
    ]),
  );
  expect(body.divisions).not.toContainEqual({ code: '440100', name: '广州市' });
  expect(Math.abs(body.serverTime - Date.now())).toBeLessThan(5_000);
  expect(headers['cache-control']).toBe('no-store');
});

test('nothing of the keys, the poster texts or the rules is in it', async () => {
  const { text, body } = await api.request.get('/api/v1/config').expect(200);
  const { sessionSecret, auditSalt } = api.services.settings.secrets;

  for (const secret of [sessionSecret, auditSalt, 'lateAfterHours', 'advice']) {
    expect(text).not.toContain(secret);
  }
  expect(Object.keys(body.brand).sort()).toEqual(
    ['hotline', 'hotlineHours', 'name', 'operator', 'primary', 'province', 'shortName'].sort(),
  );
});

test('it takes no parameters and no other method', async () => {
  expect(faultsOf(await api.request.get('/api/v1/config?x=1').expect(400))).toEqual({ x: 'Unknown field' });
  expect(codeOf(await api.request.post('/api/v1/config').send({}).expect(405))).toBe('method_not_allowed');
});
