import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { startApi, type TestApi } from '../../support/api/testApi';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anxing-'));
let api: TestApi;

beforeAll(async () => {
  writeFileSync(path.join(folder, 'a1b2c3.txt'), 'proof');
  writeFileSync(path.join(folder, 'secrets.json'), '{}');
  api = await startApi({ settings: { ANXING_CHECK_FILES: folder } });
});

afterAll(() => api.close());

test('the file is where WeChat and where Alipay look for it', async () => {
  for (const place of ['/p/a1b2c3.txt', '/a1b2c3.txt']) {
    const { text } = await api.request
      .get(place)
      .expect(200)
      .expect('content-type', /text\/plain/);
    expect(text).toBe('proof');
  }
});

test('nothing else of the folder is served', async () => {
  await api.request.get('/secrets.json').expect(404);
  await api.request.get('/..%2Fsecrets.txt').expect(404);
  await api.request.get('/unknown.txt').expect(404);
});
