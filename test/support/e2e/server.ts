import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { DemoFile } from '../../../api/src/base/demoFile';
import { freePort } from '../../../scripts/lib/port.mjs';
import { ensureSecrets } from '../../../scripts/lib/secretsFile.mjs';
import { logFile, searchedFolder } from './logs';
import { noteDemoPeople } from './people';
import { makeServerDatabase } from './serverDatabase';
import { ServerProcess } from './serverProcess';

const root = `${__dirname}/../../..`;
const programs = {
  api: 'api/dist/main.js',
  admin: 'admin/dist/index.html',
  h5: 'miniapp/dist/h5/index.html',
};

export interface RunningServer {
  /** Without a slash at the end. */
  url: string;
  demo: DemoFile;
  /** Stops it as an operator would; it must end by itself, with 0. */
  stop(): Promise<void>;
  /** Starts it again, on the same port and database. */
  start(): Promise<void>;
  /** All that it logged so far. */
  readLog(): string;
  /** Stops it, writes down what its database holds, and tidies up. */
  close(): Promise<void>;
}

export interface ServerWishes {
  /** Names its log and its dump. */
  name: string;
  /** `sqlite`, or the URL of a MySQL server. */
  database?: string;
}

function assertBuilt(): void {
  const missing = Object.entries(programs).filter(([, proof]) => !existsSync(path.join(root, proof)));
  if (missing.length > 0) {
    throw new Error(`not built: ${missing.map(([name]) => name).join(', ')}; run npm run build`);
  }
}

/** Starts the real, built server as a demo of its own, with everything that belongs to it in a folder of its own. */
export async function startServer({ name, database: kind = 'sqlite' }: ServerWishes): Promise<RunningServer> {
  assertBuilt();
  noteDemoPeople();
  const folder = mkdtempSync(path.join(tmpdir(), 'anxing-e2e-'));
  ensureSecrets(path.join(folder, 'secrets.json'), 'demo');
  const [port, database] = await Promise.all([freePort(), makeServerDatabase(kind, folder)]);
  const log = logFile(`server-${name}-${port}.log`);
  const environment = {
    ANXING_MODE: 'demo',
    PORT: String(port),
    ANXING_VAR: folder,
    ANXING_CONFIG: 'config',
    ANXING_WEB: '.',
    DATABASE_URL: database.url,
  };
  let running: ServerProcess | undefined;
  const start = async () => {
    running = new ServerProcess({ environment, port, logFile: log });
    await running.untilReady();
  };
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  const tidy = async () => {
    await database.dump(`database-${name}-${port}`);
    await database.remove();
    if (!searchedFolder()) {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  await start();

  return {
    url: `http://127.0.0.1:${port}`,
    demo: JSON.parse(readFileSync(path.join(folder, 'demo.json'), 'utf8')) as DemoFile,
    start,
    stop,
    readLog: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    close: () => stop().finally(tidy),
  };
}
