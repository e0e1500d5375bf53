import { linkSync, symlinkSync } from 'node:fs';
import path from 'node:path';

import { StartRefused } from '../../../../api/src/base/errors';
import { loadSettings } from '../../../../api/src/base/settings';
import { buildServices } from '../../../../api/src/buildServices';
import { newSecrets, writeSecrets } from '../../../support/api/secretsFile';

type Environment = Record<string, string>;

const secretsFile = writeSecrets();
const folder = path.dirname(writeSecrets());

const production: Environment = {
  ANXING_MODE: 'production',
  ANXING_ORIGIN: 'https://code.example.org',
  DATABASE_URL: `sqlite:${path.join(folder, 'test.sqlite')}`,
  ANXING_SECRETS_FILE: secretsFile,
  ANXING_VAR: folder,
};

const demo: Environment = { ANXING_SECRETS_FILE: secretsFile, ANXING_VAR: folder };

function refusalOf(environment: Environment): string {
  try {
    loadSettings(environment);

    return 'accepted';
  } catch (error) {
    expect(error).toBeInstanceOf(StartRefused);

    return error instanceof StartRefused ? error.message : '';
  }
}

describe('the demo', () => {
  test('needs no settings but its secrets', () => {
    expect(loadSettings(demo)).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 8080,
      origin: 'http://127.0.0.1:8080',
      database: { dialect: 'sqlite', file: path.join(folder, 'anxing.sqlite') },
      posterOrigins: [],
      proxyHops: 0,
      processes: 1,
    });
  });

  test('finds its secrets in its own folder, and follows the port', () => {
    const settings = loadSettings({ ANXING_VAR: folder, PORT: '9090' });
    expect(settings.secrets.version).toBe(1);
    expect(settings.origin).toBe('http://127.0.0.1:9090');
  });

  test('an empty variable counts as none', () => {
    expect(loadSettings({ ...demo, PORT: '', DATABASE_URL: '', ANXING_ORIGIN: '' }).port).toBe(8080);
  });

  test('an origin is cut to scheme, host and port', () => {
    expect(loadSettings({ ...demo, ANXING_ORIGIN: 'https://code.example.org/' }).origin).toBe(
      'https://code.example.org',
    );
  });
});

test.each([
  ['ANXING_MODE', 'test'],
  ['PORT', '70000'],
  ['PORT', 'http'],
  ['ANXING_ORIGIN', 'code.example.org'],
  ['ANXING_ORIGIN', 'ftp://code.example.org'],
  ['ANXING_POSTER_ORIGINS', 'https://old.example.org, old.example.net'],
  ['ANXING_POSTER_ORIGINS', 'https://old.example.org/p'],
  ['DATABASE_URL', 'postgres://localhost/anxing'],
  ['REDIS_URL', 'localhost:6379'],
  ['ANXING_PROXY_HOPS', '-1'],
  ['ANXING_PROXY_HOPS', '1.5'],
  ['ANXING_LOG_LEVEL', 'loud'],
])('%s=%s is refused by its name', (name, value) => {
  expect(refusalOf({ ...demo, [name]: value })).toContain(`${name}: `);
});

test('every wrong variable is named at once', () => {
  const refusal = refusalOf({ ...demo, PORT: 'x', ANXING_PROXY_HOPS: 'x', ANXING_MODE: 'x' });
  const wrong = ['PORT', 'ANXING_PROXY_HOPS', 'ANXING_MODE'];
  expect(wrong.filter((name) => refusal.includes(name))).toHaveLength(3);
});

test('several processes need MySQL and Redis', () => {
  const [mysql, redis] = ['mysql://root@127.0.0.1/anxing', 'redis://127.0.0.1:6379'];
  const several = { ...demo, ANXING_PROCESSES: '2' };
  const tooFew: Environment[] = [{}, { DATABASE_URL: mysql }, { REDIS_URL: redis }];
  for (const more of tooFew) {
    expect(refusalOf({ ...several, ...more })).toContain('Several processes need MySQL and Redis');
  }
  expect(loadSettings({ ...several, DATABASE_URL: mysql, REDIS_URL: redis }).processes).toBe(2);
  expect(refusalOf({ ...demo, ANXING_PROCESSES: '0' })).toContain('ANXING_PROCESSES');
});

test('other origins of our posters are a list', () => {
  const { posterOrigins } = loadSettings({
    ...demo,
    ANXING_POSTER_ORIGINS: 'https://a.example, http://b.example ,',
  });
  expect(posterOrigins).toEqual(['https://a.example', 'http://b.example']);
});

describe('production', () => {
  test('starts with an https origin, a database and secrets of its own', () => {
    expect(loadSettings(production)).toMatchObject({
      mode: 'production',
      origin: 'https://code.example.org',
    });
  });

  test.each<[string, string]>([
    ['', 'ANXING_ORIGIN'],
    ['http://code.example.org', 'ANXING_ORIGIN'],
    ['https://localhost', 'ANXING_ORIGIN'],
    ['https://api.localhost', 'ANXING_ORIGIN'],
    ['https://127.0.0.1:8080', 'ANXING_ORIGIN'],
    ['https://127.1', 'ANXING_ORIGIN'],
    ['https://0.0.0.0', 'ANXING_ORIGIN'],
    ['https://[::1]', 'ANXING_ORIGIN'],
  ])('the origin «%s» is refused', (origin, name) => {
    expect(refusalOf({ ...production, ANXING_ORIGIN: origin })).toContain(name);
  });

  test('does not fall back to the database of the demo', () => {
    expect(refusalOf({ ...production, DATABASE_URL: '' })).toContain('DATABASE_URL');
  });

  test('does not fall back to the secrets of the demo', () => {
    expect(refusalOf({ ...production, ANXING_SECRETS_FILE: '' })).toContain('ANXING_SECRETS_FILE');
  });

  test('refuses the secrets of the demo, also through a link', () => {
    const demoSecrets = path.join(folder, 'secrets.json');
    const [symbolic, hard] = [path.join(folder, 'symbolic.json'), path.join(folder, 'hard.json')];
    symlinkSync(demoSecrets, symbolic);
    linkSync(demoSecrets, hard);
    for (const file of [demoSecrets, path.join(folder, '.', 'secrets.json'), symbolic, hard]) {
      expect(refusalOf({ ...production, ANXING_SECRETS_FILE: file })).toContain('the demo’s secrets');
    }
  });

  test('refuses a copy of the demo’s secrets under another name', () => {
    const copy = writeSecrets({ ...newSecrets(), use: 'demo' });
    expect(refusalOf({ ...production, ANXING_SECRETS_FILE: copy })).toContain('the demo’s secrets');
  });

  test('names everything that is missing in one go', () => {
    const refusal = refusalOf({ ANXING_MODE: 'production' });
    const names = ['ANXING_ORIGIN', 'DATABASE_URL', 'ANXING_SECRETS_FILE'];
    expect(names.filter((name) => refusal.includes(name))).toEqual(names);
  });

  test('refuses secrets that others can read', () => {
    const file = writeSecrets(undefined, 0o644);
    expect(refusalOf({ ...production, ANXING_SECRETS_FILE: file })).toContain('chmod 600');
  });

  test('has no stand-in for any outside system', () => {
    const settings = loadSettings(production);
    expect(() => buildServices(settings)).toThrow(StartRefused);
    expect(() => buildServices(settings)).toThrow(/wechat has no stand-in[^]*alipay[^]*sms[^]*identity/);
  });
});
