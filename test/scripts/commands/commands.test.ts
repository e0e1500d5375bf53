import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

function call(script: string, args: string[], environment: Record<string, string> = {}): Ended {
  const file = path.resolve('scripts', script);
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { env, encoding: 'utf8' });

  return { code: status, out: stdout, err: stderr };
}

function lastLineOf(text: string): string | undefined {
  return text.trimEnd().split('\n').at(-1);
}

describe('npm start', () => {
  it('explains itself', () => {
    const { code, out } = call('start.mjs', ['--help']);

    expect(code).toBe(0);
    expect(out).toContain('PORT=8081 npm start');
  });

  it('refuses what it does not know, without a stack', () => {
    const { code, err } = call('start.mjs', ['--prot']);

    expect(code).toBe(1);
    expect(err).toContain('--prot');
    expect(err).not.toContain(' at ');
  });

  it.each([
    [['--processes', '2'], { REDIS_URL: 'redis://127.0.0.1' }, 'need MySQL and Redis'],
    [['--processes', '2'], { DATABASE_URL: 'mysql://127.0.0.1/x' }, 'need MySQL and Redis'],
    [[], { ANXING_PROCESSES: '2' }, 'need MySQL and Redis'],
    [['--processes'], {}, 'Not a number of processes'],
    [['--processes', '0'], {}, 'Not a number of processes'],
    [['--processes', '65'], {}, 'Not a number of processes'],
  ])('refuses %j with %j before anything is built', (args, environment, sentence) => {
    const none = { DATABASE_URL: '', REDIS_URL: '', ANXING_PROCESSES: '' };
    const { code, out, err } = call('start.mjs', args, { ...none, ...environment });

    expect(code).toBe(78);
    expect(err).toContain(sentence);
    expect(out).toBe('');
  });

  it.each(['80x', '-1', '70000'])('refuses PORT=%s', (port) => {
    const { code, err } = call('start.mjs', [], { PORT: port });

    expect(code).toBe(78);
    expect(err).toContain(port);
  });

  it('says at once that the port is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;

    const { code, err } = call('start.mjs', [], { PORT: String(port), HOST: '127.0.0.1' });

    expect(code).toBe(75);
    expect(err).toContain(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('npm test', () => {
  it.each([[['--bogus']], [['--only', 'lnit']]])('counts a run that cannot begin as failed: %j', (args) => {
    const { code, out } = call('test.mjs', args);

    expect(code).toBe(1);
    expect(lastLineOf(out)).toBe('0 passed, 1 failed');
  });
});

describe('npm run build', () => {
  it('names the programs when asked for an unknown one', () => {
    const { code, err } = call('build.mjs', ['wechat']);

    expect(code).toBe(1);
    expect(err).toContain('api|admin|weapp|alipay|h5|all');
  });
});

describe('npm run bench', () => {
  it('explains itself', () => {
    const { code, out } = call('bench.mjs', ['--help']);

    expect(code).toBe(0);
    expect(out).toContain('--profile');
  });

  it('refuses what it does not know before anything is started, without a stack', () => {
    const { code, err } = call('bench.mjs', ['--rnds']);

    expect(code).toBe(1);
    expect(err).toContain('--rnds');
    expect(err).not.toMatch(/^ +at /m);
  });
});
