import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Fault } from './fault.mjs';
import { size } from './format.mjs';
import { npm } from './npm.mjs';
import { root } from './root.mjs';
import { mustRun } from './run.mjs';

const neededBytes = 1.5 * 1024 ** 3;

function places(folder) {
  return {
    lock: path.join(folder, 'package-lock.json'),
    marker: path.join(folder, 'node_modules/.anxing-lock'),
    // npm writes this one last, so it is absent after an interrupted installation.
    installed: path.join(folder, 'node_modules/.package-lock.json'),
  };
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Whether what npm says it installed is what the lock file asks for. */
export function agrees(lock, installed) {
  return Object.entries(lock.packages)
    .filter(([place]) => place.includes('node_modules/'))
    .every(([place, wanted]) => {
      const found = installed.packages[place];

      return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional);
    });
}

/** True when node_modules already is what the lock file asks for, however it came there. */
export function isInstalled(folder = root) {
  const { lock, marker, installed } = places(folder);
  if (!existsSync(installed)) {
    return false;
  }
  const hash = hashOf(lock);
  if (existsSync(marker) && readFileSync(marker, 'utf8') === hash) {
    return true;
  }
  const isSame = agrees(JSON.parse(readFileSync(lock, 'utf8')), JSON.parse(readFileSync(installed, 'utf8')));
  if (isSame) {
    writeFileSync(marker, hash);
  }

  return isSame;
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(root);
  const free = bavail * bsize;
  if (free < neededBytes && !existsSync(places(root).installed)) {
    throw new Fault(
      `磁盘空间不足 / Not enough disk space: ${size(free)} free, ${size(neededBytes)} needed for the packages`,
      '请清理磁盘后重试。\nFree some space and run the command again.',
    );
  }
}

/** Brings node_modules in line with the lock file when it is not. */
export async function ensureInstalled(progress) {
  if (isInstalled()) {
    return;
  }
  checkDisk();
  const [command, first] = npm();
  // Building needs the development packages even where NODE_ENV or npm's settings leave them out.
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-progress'];
  await progress.step('安装依赖 / Packages (npm ci, 1–3 min)', () =>
    mustRun('依赖安装失败 / Installing the packages failed', command, args),
  );
  const { lock, marker } = places(root);
  writeFileSync(marker, hashOf(lock));
}
