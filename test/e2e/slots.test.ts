import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureSecrets } from '../../scripts/lib/secretsFile.mjs';
import { inventName, inventPhone } from '../support/api/invented';
import { accountOf, signInResident, signInStaff } from '../support/e2e/apiUser';
import { command } from '../support/e2e/command';
import { startServer, type RunningServer } from '../support/e2e/server';
import { makeServerDatabase } from '../support/e2e/serverDatabase';
import { checkIn, flowOf, placeNamed } from '../support/e2e/venue';

jest.setTimeout(90_000);

const mariadb = process.env.ANXING_TEST_MARIADB;
const databases = [
  { kind: 'SQLite', database: 'sqlite' },
  ...(mariadb ? [{ kind: 'MariaDB', database: mariadb }] : []),
];

describe.each(databases)('one server without a bus, on $kind', ({ kind, database }) => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ name: `slots-${kind}`, database });
  });

  afterAll(() => server?.close());

  test('has no other beside it; when it was killed it is started again without a wait', async () => {
    await expect(server.beside()).rejects.toThrow(/等待另一个进程结束[^]*need MySQL and REDIS_URL/);
    await server.kill();
    await server.start();
    await signInStaff(server, 'manager');
  });

  test('commands that add or read work beside it, and what they added counts at once', async () => {
    const phone = inventPhone();
    const add = ['--name', inventName(), '--phone', phone, '--add'];
    const { code, said } = await command(server, 'operator', 'create', ...add);
    expect(code).toBe(0);
    const [, password = ''] = /password (\S+)/.exec(said) ?? [];
    const body = JSON.stringify({ grant: 'password', phone, password });
    const answer = await fetch(`${server.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await answer.json()).toMatchObject({ mustChangePassword: true });
    expect(await command(server, 'migrate')).toEqual({
      code: 0,
      said: '数据库已是最新 / up to date\n',
    });
    expect(await command(server, 'audit', 'verify')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^✓ 链 0：.*\n✓ 链 1：.*\n$/),
    });
  });

  test('paused for longer than its lease, it ends as soon as it goes on; nothing counts twice', async () => {
    const [manager, resident] = await Promise.all([
      signInStaff(server, 'manager'),
      signInResident(server, 'resident'),
    ]);
    const garage = await placeNamed(manager, '示例万象停车楼');
    server.process.signal('SIGSTOP');
    const late = checkIn(resident, garage).catch(() => undefined);
    const successor = await server.beside();
    await checkIn(resident.at(successor), garage);

    server.process.signal('SIGCONT');
    const { code, said } = await server.ended();
    expect(code).toBe(76);
    expect(said).toContain('its place was given away');
    await late;
    expect(await flowOf(manager.at(successor), garage.id)).toMatchObject({ in: 1, inside: 1 });
    expect(accountOf(successor, 'manager')).toEqual(accountOf(server, 'manager'));
    expect((await command(successor, 'audit', 'verify')).code).toBe(0);
  });
});

test.each(databases)(
  'two that migrate an empty database at once: one does it, on $kind',
  async ({ database }) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'anxing-e2e-'));
    ensureSecrets(path.join(folder, 'secrets.json'), 'demo');
    const empty = await makeServerDatabase(database, folder);
    const environment = { ANXING_VAR: folder, DATABASE_URL: empty.url };
    const answers = await Promise.all([
      command({ environment }, 'migrate'),
      command({ environment }, 'migrate'),
    ]);
    expect(answers.map(({ code }) => code)).toEqual([0, 0]);
    expect(answers.map(({ said }) => said.slice(0, 3)).sort()).toEqual(['已完成', '数据库']);
    await empty.remove();
    rmSync(folder, { recursive: true, force: true });
  },
);
