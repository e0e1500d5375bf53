import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startTime, TestPhone } from './testPhone';

const standIn = path.join(__dirname, 'standIn/cli.cjs');

/** ms that miniprogram-automator waits after the tool has ended, whether or not it has found DevTools by then. */
const idleWait = 15_000;

function waitForNothing(): void {
  const original = setTimeout;
  jest.spyOn(global, 'setTimeout').mockImplementation((run, delay) => {
    const timer = original(run, delay);

    return delay === idleWait ? timer.unref() : timer;
  });
}

/** There are no DevTools here. What stands in for them is started, asked and closed exactly as they would be. */
describe('WeChat DevTools, named by WECHAT_DEVTOOLS_CLI', () => {
  const before = { ...process.env };
  const folder = mkdtempSync(path.join(tmpdir(), 'anxing-devtools-'));
  const storage = path.join(folder, 'storage.json');
  let phone: TestPhone | undefined;

  beforeAll(waitForNothing);

  afterEach(async () => {
    await phone?.app.close();
    phone = undefined;
    process.env = { ...before };
  });

  afterAll(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  test(
    'are started by their command-line tool, twice when an earlier run left something stored',
    async () => {
      writeFileSync(storage, JSON.stringify({ leftover: 'of an earlier run' }));
      Object.assign(process.env, { WECHAT_DEVTOOLS_CLI: standIn, STAND_IN_STORAGE: storage });
      phone = await TestPhone.open('weapp', {
        driver: 'automator',
        launch: { path: 'pages/tools/index', query: { q: 'scanned' } },
        codes: { login: 'code-1' },
      });
      await phone.waitForPath('pages/tools/index');
      expect(await phone.app.getStorage('leftover')).toBeUndefined();
      await phone.tap('.launchOptions');
      await phone.waitForText('.result', '{"q":"scanned"}');
      await phone.tap('.login');
      await phone.waitFor(
        async () => (await phone?.text('.result'))?.includes('code-1') ?? false,
        'the code',
      );
      expect(phone.app.errors()).toEqual([]);
    },
    startTime,
  );

  test(
    'that are not there are told of',
    async () => {
      process.env.WECHAT_DEVTOOLS_CLI = path.join(folder, 'nothing');
      const opened = TestPhone.open('weapp', { driver: 'automator' });
      await expect(opened).rejects.toThrow(/make sure cliPath is correctly specified/);
    },
    startTime,
  );

  test(
    'are not asked for what takes the bench',
    async () => {
      process.env.WECHAT_DEVTOOLS_CLI = path.join(folder, 'nothing');
      phone = await TestPhone.open('weapp');
      expect(phone.app.page).toBeDefined();
    },
    startTime,
  );
});
