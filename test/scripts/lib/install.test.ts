import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { agrees, isInstalled } from '../../../scripts/lib/install.mjs';
import { useTemporaryFolder, writeFiles } from '../temporaryFolder';

const folder = useTemporaryFolder();
const lock = {
  packages: {
    '': { name: 'anxing' },
    api: { version: '0.1.0' },
    'node_modules/koa': { version: '3.3.0' },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  },
};

function install(packages: object): void {
  writeFiles(folder(), {
    'package-lock.json': JSON.stringify(lock),
    'node_modules/.package-lock.json': JSON.stringify({ packages }),
  });
}

describe('agrees', () => {
  it('accepts what the lock asks for, optional packages of other systems left out', () => {
    expect(agrees(lock, { packages: { 'node_modules/koa': { version: '3.3.0' } } })).toBe(true);
  });

  it.each([
    ['a missing package', {}],
    ['another version', { 'node_modules/koa': { version: '3.2.0' } }],
  ])('refuses %s', (_what, packages) => {
    expect(agrees(lock, { packages })).toBe(false);
  });
});

describe('isInstalled', () => {
  it('is false on a fresh clone and after an interrupted installation', () => {
    writeFiles(folder(), { 'package-lock.json': JSON.stringify(lock), 'node_modules/koa/index.js': '' });

    expect(isInstalled(folder())).toBe(false);
  });

  it('accepts packages that somebody installed by hand, and remembers the lock file', () => {
    install({ 'node_modules/koa': { version: '3.3.0' } });

    expect(isInstalled(folder())).toBe(true);

    expect(readFileSync(path.join(folder(), 'node_modules/.anxing-lock'), 'utf8')).toHaveLength(64);
    expect(isInstalled(folder())).toBe(true);
  });

  it('is false once the lock file asks for something else', () => {
    install({ 'node_modules/koa': { version: '3.3.0' } });
    isInstalled(folder());
    const newer = { packages: { ...lock.packages, 'node_modules/koa': { version: '3.4.0' } } };
    writeFiles(folder(), { 'package-lock.json': JSON.stringify(newer) });

    expect(isInstalled(folder())).toBe(false);
  });

  it('does not mark what it refuses', () => {
    install({});

    expect(isInstalled(folder())).toBe(false);
    expect(existsSync(path.join(folder(), 'node_modules/.anxing-lock'))).toBe(false);
  });
});
