import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePort } from '../../scripts/lib/port.mjs';
import { ensureSecrets } from '../../scripts/lib/secretsFile.mjs';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'anxing-e2e-'));
const secrets = path.join(folder, 'production', 'secrets.json');

/** Of a build for production the pages are other ones, so that they would have to be built before a start. */
const production = {
  ANXING_MODE: 'production',
  ANXING_ORIGIN: 'https://code.example.org',
  DATABASE_URL: `sqlite:${path.join(folder, 'anxing.sqlite')}`,
  ANXING_SECRETS_FILE: secrets,
};

/** What a province has of the outside systems; none of it is called. */
const credentials = {
  ANXING_WECHAT: 'off',
  ANXING_ALIPAY: 'off',
  ANXING_NATIONAL: 'off',
  ANXING_SMS_SECRET_ID: 'test',
  ANXING_SMS_SECRET_KEY: 'test',
  ANXING_SMS_SDK_APP_ID: '1400000000',
  ANXING_SMS_SIGN_NAME: '安行码',
  ANXING_SMS_TEMPLATE_CODE: '100001',
  ANXING_IDENTITY_SECRET_ID: 'test',
  ANXING_IDENTITY_SECRET_KEY: 'test',
  ANXING_IDENTITY_RULE_WEAPP: '1',
  ANXING_IDENTITY_RULE_H5: '2',
  ANXING_IDENTITY_REDIRECT_URL: 'https://code.example.org/m/',
};

beforeAll(() => {
  ensureSecrets(secrets, 'production');
});

async function call(script: string, args: string[], environment: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const port = String(await freePort());
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}`, ...args], {
    cwd: root,
    env: { PATH, HOME, PORT: port, ANXING_VAR: folder, ...environment },
    encoding: 'utf8',
    timeout: 50_000,
  });

  return { code: status, out: stdout, err: stderr };
}

const start = (environment: Record<string, string>) => call('start.mjs', [], environment);
const check = (environment: Record<string, string>) => call('api.mjs', ['check-settings'], environment);

/** Which sources the pages in place were built from. */
function builtPages(): unknown[] {
  const { admin, h5 } = JSON.parse(readFileSync(path.join(root, 'var/build.json'), 'utf8')) as Record<
    string,
    string
  >;

  return [admin, h5];
}

const names = ['ANXING_ORIGIN', 'DATABASE_URL', 'ANXING_SECRETS_FILE'];

describe('production that is not set up', () => {
  test('npm start refuses before it builds the pages, and names all that is missing', async () => {
    const before = builtPages();
    const { code, out, err } = await start({ ANXING_MODE: 'production' });

    expect(code).toBe(78);
    expect(names.filter((name) => err.includes(name))).toEqual(names);
    expect(err).toContain('npm run check');
    expect(err).not.toContain(' at ');
    expect(out).not.toMatch(/Admin site|H5/);
    expect(builtPages()).toEqual(before);
  });

  test('neither does it start with the stand-ins of the demo', async () => {
    const { code, out, err } = await start(production);

    expect(code).toBe(78);
    expect(err).toMatch(/wechat has no stand-in[^]*alipay[^]*sms[^]*identity/);
    expect(out).not.toMatch(/Admin site|H5/);
  });

  test('a setting that is none is named', async () => {
    const { code, err } = await start({ ANXING_MODE: 'prodution' });

    expect(code).toBe(78);
    expect(err).toContain('ANXING_MODE');
  });
});

describe('a folder that cannot be written', () => {
  const file = path.join(folder, 'file');

  beforeAll(() => writeFileSync(file, ''));

  test.each([
    ['a file stands in its place', file],
    ['it would lie below a file', path.join(file, 'var')],
  ])('npm start says what to do when %s', async (_why, place) => {
    const { code, err } = await start({ ANXING_VAR: place });

    expect(err).toContain(`${place} cannot be used`);
    expect(err).toContain('A file stands where a folder should be');
    expect(err).toContain('ANXING_VAR');
    expect(err).not.toContain(' at ');
    expect(code).toBe(1);
  });

  // Linux lets nobody make one there, whoever they are.
  test('nor can one be made where nobody may write', async () => {
    const { code, err } = await start({ ANXING_VAR: '/sys/anxing' });

    expect(err).toContain('/sys/anxing cannot be used');
    expect(err).toContain('ANXING_VAR puts the data elsewhere');
    expect(code).toBe(1);
    const server = await check({ DATABASE_URL: 'sqlite:/sys/anxing/anxing.sqlite' });
    expect(server.err).toMatch(/(No permission|read-only)[^]*: \/sys\/anxing \(E/);
    expect(server.code).toBe(74);
  });

  test('npm run migrate says the same', async () => {
    const { code, err } = await call('api.mjs', ['migrate'], { ANXING_VAR: file });

    expect(err).toContain('A file stands where a folder should be');
    expect(code).toBe(1);
  });

  test.each([
    ['of the database', { DATABASE_URL: `sqlite:${path.join(file, 'anxing.sqlite')}` }],
    ['of a database further down', { DATABASE_URL: `sqlite:${path.join(file, 'data', 'anxing.sqlite')}` }],
  ])('the server says it of the folder %s', async (_what, environment) => {
    const { code, err } = await check(environment);

    expect(err).toContain('文件夹的位置上有一个同名文件 / A file stands where a folder should be');
    expect(err).toContain(file);
    expect(err).not.toContain(' at ');
    expect(code).toBe(74);
  });
});

describe('npm run check', () => {
  test('says that the settings will do, and starts nothing', async () => {
    const { code, out } = await check({ ...production, ...credentials });

    expect(out).toContain('设置可用 / The settings will do: production, https://code.example.org, sqlite');
    expect(code).toBe(0);
  });

  test('a demo needs none', async () => {
    const { code, out } = await check({});

    expect(out).toContain('The settings will do: demo');
    expect(code).toBe(0);
  });

  test('refuses what a start refuses, also when other systems are set up already', async () => {
    const { code, err } = await check({ ANXING_MODE: 'production', REDIS_URL: 'redis://127.0.0.1:1' });

    expect(code).toBe(78);
    expect(names.filter((name) => err.includes(name))).toEqual(names);
    const half = await check({ ...production, REDIS_URL: 'redis://127.0.0.1:1' });
    expect(half.code).toBe(78);
    expect(half.err).toContain('has no stand-in');
  });
});
