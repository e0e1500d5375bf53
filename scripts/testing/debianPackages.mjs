import { existsSync } from 'node:fs';
import path from 'node:path';

import { Fault } from '../lib/fault.mjs';
import { run } from '../lib/run.mjs';

const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** PATH with the folders where servers live; ordinary users often lack them. */
export function serverPath() {
  return [...(process.env.PATH ?? '').split(path.delimiter), ...systemFolders].join(path.delimiter);
}

function hasProgram(name) {
  return serverPath()
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, name)));
}

async function hasChineseFont() {
  if (!hasProgram('fc-list')) {
    return false;
  }
  const { output } = await run('fc-list', [':lang=zh', 'family']);

  return output.trim() !== '';
}

const everything = [
  { name: 'mariadb-server', isThere: () => hasProgram('mariadbd') && hasProgram('mariadb-install-db') },
  { name: 'redis-server', isThere: () => hasProgram('redis-server') },
  { name: 'nginx', isThere: () => hasProgram('nginx') },
  { name: 'openssl', isThere: () => hasProgram('openssl') },
  { name: 'python3', isThere: () => hasProgram('python3') },
  { name: 'chromium', isThere: () => hasProgram('chromium') },
  { name: 'fonts-noto-cjk', isThere: hasChineseFont },
  { name: 'zbar-tools', isThere: () => hasProgram('zbarimg') },
  { name: 'tesseract-ocr', isThere: () => hasProgram('tesseract') },
  { name: 'poppler-utils', isThere: () => hasProgram('pdftoppm') },
];

async function missing() {
  const checked = await Promise.all(
    everything.map(async ({ name, isThere }) => ({ name, has: await isThere() })),
  );

  return checked.filter(({ has }) => !has).map(({ name }) => name);
}

function apt(args, log) {
  return run('apt-get', args, { log, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

async function install(names, log) {
  const args = ['install', '-y', '--no-install-recommends', ...names];
  const first = await apt(args, log);
  if (first.code !== 0) {
    // Most often the lists of a fresh image are empty or old.
    await apt(['update'], log);
    await apt(args, log);
  }
}

/** Makes sure that the programs which tests call are there: installs them when it may, otherwise names them. */
export async function ensureDebianPackages(log) {
  const wanted = await missing();
  if (wanted.length === 0) {
    return 'all there';
  }
  if (process.getuid?.() === 0 && hasProgram('apt-get')) {
    await install(wanted, log);
  }
  const still = await missing();
  if (still.length > 0) {
    throw new Fault(
      `缺少软件包 / These packages are missing: ${still.join(' ')}`,
      `sudo apt-get install ${still.join(' ')}`,
    );
  }

  return `installed ${wanted.join(', ')}`;
}
