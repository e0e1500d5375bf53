import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { miniappSettings } from './miniappSettings.mjs';
import { inRoot } from './root.mjs';
import { mustRun } from './run.mjs';

/** The program file of the Taro command line. */
export function taroProgram() {
  const manifest = createRequire(inRoot('miniapp/package.json')).resolve('@tarojs/cli/package.json');

  return path.join(path.dirname(manifest), 'bin/taro');
}

/** Arguments for one platform. Plugins and settings that a user's home folder adds are left out. */
export function taroArguments(platform) {
  return ['build', '--type', platform, '--disable-global-config', '--no-check'];
}

/** Taro reads its plugins relative to the folder it runs in. */
export function taroOptions(platform, mode) {
  return {
    cwd: inRoot('miniapp'),
    env: {
      ...process.env,
      ...miniappSettings(platform),
      NODE_ENV: mode,
      BROWSERSLIST_IGNORE_OLD_DATA: '1',
      CI: '1',
    },
  };
}

/** Builds one of weapp, alipay, h5 into miniapp/dist/<platform>. */
export async function buildMiniapp(platform) {
  rmSync(inRoot('miniapp/dist', platform), { recursive: true, force: true });
  await mustRun(
    `构建失败 / Building ${platform} failed`,
    process.execPath,
    [taroProgram(), ...taroArguments(platform)],
    taroOptions(platform, 'production'),
  );
}
