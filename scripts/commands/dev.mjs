import { watchApi } from '../lib/apiWatcher.mjs';
import { remember } from '../lib/buildRecord.mjs';
import { viteProgram } from '../lib/buildAdmin.mjs';
import { taroArguments, taroOptions, taroProgram } from '../lib/buildMiniapp.mjs';
import { onInterrupt, start, stop } from '../lib/children.mjs';
import { Fault } from '../lib/fault.mjs';
import { ensureInstalled } from '../lib/install.mjs';
import { checkPort } from '../lib/port.mjs';
import { prefixed } from '../lib/prefixed.mjs';
import { Progress } from '../lib/progress.mjs';
import { inRoot } from '../lib/root.mjs';
import { address, ensureDemoSecrets } from '../lib/serverSettings.mjs';

const adminPort = 5173;

/** The development servers hand what is not theirs to the API at this address. */
function apiAddress() {
  const { port } = address();

  return { ANXING_API: `http://127.0.0.1:${port}` };
}

function startAdmin() {
  return start(process.execPath, [viteProgram(), '--port', String(adminPort), '--strictPort'], {
    cwd: inRoot('admin'),
    env: { ...process.env, ...apiAddress() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function startH5() {
  const { cwd, env } = taroOptions('h5', 'development');

  return start(process.execPath, [taroProgram(), ...taroArguments('h5'), '--watch'], {
    cwd,
    env: { ...env, ...apiAddress() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves when somebody presses Ctrl-C, rejects when a program ends by itself. */
function untilEnded(children) {
  return new Promise((resolve, reject) => {
    onInterrupt(resolve);
    for (const [name, child] of Object.entries(children)) {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Fault(`${name} 已停止 / ${name} has stopped (code ${code})`)));
    }
  });
}

/** `npm run dev`: all programs, each rebuilt and reloaded on change, until Ctrl-C. */
export async function main() {
  const { port, host } = address();
  await checkPort(port, host);
  await ensureInstalled(new Progress());
  await ensureDemoSecrets(new Progress());
  // What is built here is no release: the next npm start builds its own.
  remember('api', undefined);
  const endApi = await watchApi();
  const children = { admin: startAdmin(), h5: startH5() };
  Object.entries(children).forEach(([name, child], index) => prefixed(name, index + 1, child));
  console.log(
    `接口 / API http://127.0.0.1:${port}/ · 后台 / admin http://127.0.0.1:${adminPort}/admin/ · H5 http://127.0.0.1:10086/m/`,
  );
  try {
    await untilEnded(children);

    return 0;
  } finally {
    await Promise.all([endApi(), ...Object.values(children).map((child) => stop(child))]);
  }
}
