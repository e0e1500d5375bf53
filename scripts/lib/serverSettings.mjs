import path from 'node:path';

import { Fault } from './fault.mjs';
import { ensureSecrets } from './secretsFile.mjs';
import { inRoot } from './root.mjs';

/** Demo unless told otherwise, as in the server. What else ANXING_MODE may say is the server's to judge. */
export function isDemo(environment = process.env) {
  return (environment.ANXING_MODE || 'demo') === 'demo';
}

/** PORT and HOST as the server will read them. */
export function address(environment = process.env) {
  const port = Number(environment.PORT || 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Fault(`PORT 有误 / PORT is not a port number: ${environment.PORT}`, 'PORT=8080 npm start', 78);
  }

  return { port, host: environment.HOST || '127.0.0.1' };
}

/** Refuses before minutes of building what the server would refuse after them. */
export function checkProcesses(environment = process.env) {
  const { ANXING_PROCESSES: given, DATABASE_URL: database = '', REDIS_URL: redis } = environment;
  const processes = Number(given || 1);
  if (!Number.isInteger(processes) || processes < 1 || processes > 64) {
    throw new Fault(
      `进程数有误 / Not a number of processes, 1 to 64: ${given}`,
      'npm start -- --processes 2',
      78,
    );
  }
  if (processes > 1 && !(database.startsWith('mysql:') && redis)) {
    throw new Fault(
      '多个进程需要 MySQL 和 Redis / Several processes need MySQL and Redis',
      'DATABASE_URL=mysql://… REDIS_URL=redis://… npm start -- --processes 2',
      78,
    );
  }
}

/** Where a demo keeps its secrets. */
export function demoSecretsFile(environment = process.env) {
  const given = environment.ANXING_SECRETS_FILE || path.join(environment.ANXING_VAR || 'var', 'secrets.json');

  // The server runs in the checkout's folder, so that is where its relative paths begin.
  return path.resolve(inRoot(), given);
}

/** Makes a demo's secrets when it has none. Production brings its own and gets none made. */
export async function ensureDemoSecrets(progress) {
  if (!isDemo()) {
    return;
  }
  const file = demoSecretsFile();
  if (ensureSecrets(file, 'demo')) {
    await progress.step('生成密钥 / Secrets', async () => ({ note: path.relative(inRoot(), file) }));
  }
}
