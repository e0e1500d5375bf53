import { demoUnits } from '../../../api/src/demo/demoPeople';
import { refuseDemoData } from '../../../api/src/demo/refuseDemoData';
import { buildUnit } from '../../support/api/factories/buildUnit';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

test('production refuses a database that a demo has filled', async () => {
  const { services } = api;
  const production = { ...services, settings: { ...services.settings, mode: 'production' as const } };
  await expect(refuseDemoData(production)).resolves.toBeUndefined();
  await buildUnit(services, { creditCode: demoUnits.mall.creditCode });
  await expect(refuseDemoData(production)).rejects.toThrow('demo data');
  await expect(refuseDemoData(services)).resolves.toBeUndefined();
});
