import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { DemoFile } from '../../../api/src/base/demoFile';
import { freePort } from '../../../scripts/lib/port.mjs';
import { ensureSecrets } from '../../../scripts/lib/secretsFile.mjs';
import { logFile, searchedFolder } from './logs';
import { noteDemoPeople } from './people';
import { makeServerDatabase, type ServerDatabase } from './serverDatabase';
import { ServerRun } from './serverRun';

const root = `${__dirname}/../../..`;
const programs = {
  api: 'api/dist/main.js',
  admin: 'admin/dist/index.html',
  h5: 'miniapp/dist/h5/index.html',
};

export interface RunningServer extends ServerRun {
  demo: DemoFile;
  /** Starts another server of the same installation, on a port of its own. */
  beside(): Promise<RunningServer>;
  /** Stops all of the installation, writes down what its database holds, and tidies up. */
  close(): Promise<void>;
}

export interface ServerWishes {
  /** Names its log and its dump. */
  name: string;
  /** `sqlite`, or the URL of a MySQL server. */
  database?: string;
  /** Settings besides those that every server here has. */
  environment?: Record<string, string>;
}

function assertBuilt(): void {
  const missing = Object.entries(programs).filter(([, proof]) => !existsSync(path.join(root, proof)));
  if (missing.length > 0) {
    throw new Error(`not built: ${missing.map(([name]) => name).join(', ')}; run npm run build`);
  }
}

/** One installation: a folder, a database, and servers of it. */
class Installation {
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'anxing-e2e-'));

  private readonly running: RunningServer[] = [];

  private database: ServerDatabase | undefined;

  constructor(private readonly wishes: ServerWishes) {}

  async serve(name: string, origin?: string): Promise<RunningServer> {
    ensureSecrets(path.join(this.folder, 'secrets.json'), 'demo');
    this.database ??= await makeServerDatabase(this.wishes.database ?? 'sqlite', this.folder);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const environment = {
      ANXING_MODE: 'demo',
      PORT: String(port),
      ANXING_ORIGIN: origin ?? url,
      ANXING_VAR: this.folder,
      ANXING_CONFIG: 'config',
      ANXING_WEB: '.',
      DATABASE_URL: this.database.url,
      ...this.wishes.environment,
    };
    const server = new ServerRun(url, environment, logFile(`server-${name}-${port}.log`));
    await server.start();
    const running: RunningServer = Object.assign(server, {
      demo: JSON.parse(readFileSync(path.join(this.folder, 'demo.json'), 'utf8')) as DemoFile,
      beside: () => this.serve(`${name}-${this.running.length + 1}`, environment.ANXING_ORIGIN),
      close: () => this.close(port),
    });
    this.running.push(running);

    return running;
  }

  private async close(port: number): Promise<void> {
    try {
      for (const server of this.running) {
        await server.stop();
      }
    } finally {
      await this.database?.dump(`database-${this.wishes.name}-${port}`);
      await this.database?.remove();
      if (!searchedFolder()) {
        rmSync(this.folder, { recursive: true, force: true });
      }
    }
  }
}

/** Starts the real, built server as a demo of its own, with everything that belongs to it in a folder of its own. */
export function startServer(wishes: ServerWishes): Promise<RunningServer> {
  assertBuilt();
  noteDemoPeople();

  return new Installation(wishes).serve(wishes.name);
}
