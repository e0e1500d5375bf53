import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../../../../scripts/lib/port.mjs';
import { ensureSecrets } from '../../../../scripts/lib/secretsFile.mjs';
import { PrivateMariadb } from '../../api/privateMariadb';
import { PrivateRedis } from '../../api/privateRedis';
import { logFile } from '../logs';
import { makeServerDatabase } from '../serverDatabase';
import { ServerRun } from '../serverRun';
import { Belongings } from './belongings';
import { makeCertificate } from './certificate';
import { Nginx } from './nginx';
import { siteName } from './nginxFiles';
import { startOutsideSystems, type OutsideSystems } from './outsideSystems';
import { SiteClient } from './siteClient';

const run = promisify(execFile);
const root = path.resolve(__dirname, '../../../..');

export const siteOrigin = `https://${siteName}`;

/** Environment variables. */
type Environment = Record<string, string>;

interface Parts {
  outside: OutsideSystems;
  nginx: Nginx;
  processes: readonly [ServerRun, ServerRun];
  environment: Environment;
  certificate: string;
}

/**
 * Two processes in production mode with MariaDB and Redis, behind nginx with the site file of the documentation.
 * At first only nginx runs: the database is to be prepared.
 */
export class ProductionSite {
  readonly outside: OutsideSystems;

  readonly nginx: Nginx;

  readonly processes: readonly [ServerRun, ServerRun];

  private constructor(
    private readonly parts: Parts,
    private readonly belongings: Belongings,
  ) {
    ({ outside: this.outside, nginx: this.nginx, processes: this.processes } = parts);
  }

  static async build(): Promise<ProductionSite> {
    const belongings = new Belongings();
    try {
      return new ProductionSite(await build(belongings), belongings);
    } catch (error) {
      await belongings.close();
      throw error;
    }
  }

  get databaseUrl(): string {
    return this.parts.environment.DATABASE_URL ?? '';
  }

  /** Runs a command of the program. @returns what it printed @throws unless it ends with 0 */
  async command(...args: string[]): Promise<string> {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, NODE_ENV: 'production', ...this.parts.environment };
    const program = ['--enable-source-maps', 'api/dist/main.js', ...args];

    return (await run(process.execPath, program, { cwd: root, env })).stdout;
  }

  /** Somebody who comes from an address of this machine, 127.0.0.0/8. */
  client(localAddress?: string): SiteClient {
    const client = new SiteClient(this.nginx.port, this.parts.certificate, localAddress);
    this.belongings.add(() => client.close());

    return client;
  }

  close(): Promise<void> {
    return this.belongings.close();
  }
}

/** The server of the test run, or one of our own when the test is run by itself. */
async function mariadbUrl(belongings: Belongings): Promise<string> {
  const given = process.env.ANXING_TEST_MARIADB;
  if (given) {
    return given;
  }
  const mariadb = await PrivateMariadb.create();
  belongings.add(() => mariadb.remove());
  await mariadb.start();

  return mariadb.url;
}

async function startStores(belongings: Belongings, folder: string): Promise<Environment> {
  const database = await makeServerDatabase(await mariadbUrl(belongings), folder);
  belongings.add(() => database.remove());
  belongings.add(() => database.dump(`database-site-${process.pid}`));
  const redis = await PrivateRedis.start();
  belongings.add(() => redis.stop());

  return { DATABASE_URL: database.url, REDIS_URL: redis.url };
}

function ownSettings(folder: string): Environment {
  const secrets = path.join(folder, 'secrets.json');
  ensureSecrets(secrets, 'production');

  return {
    ANXING_MODE: 'production',
    ANXING_ORIGIN: siteOrigin,
    ANXING_PROXY_HOPS: '1',
    ANXING_VAR: path.join(folder, 'var'),
    ANXING_SECRETS_FILE: secrets,
  };
}

/** One process on a port that stays the same. */
function processOn(port: number, environment: Environment): ServerRun {
  const log = logFile(`server-site-${port}.log`);

  return new ServerRun(`http://127.0.0.1:${port}`, { ...environment, PORT: String(port) }, log);
}

async function build(belongings: Belongings): Promise<Parts> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anxing-site-'));
  belongings.add(() => rmSync(folder, { recursive: true, force: true }));
  const certificate = makeCertificate(folder, siteName);
  const stores = await startStores(belongings, folder);
  const outside = await startOutsideSystems(certificate, siteOrigin);
  belongings.add(() => outside.close());
  const environment = { ...ownSettings(folder), ...stores, ...outside.environment };
  const ports = [await freePort(), await freePort()] as const;
  const processes = [processOn(ports[0], environment), processOn(ports[1], environment)] as const;
  belongings.add(() => Promise.all(processes.map((one) => one.stop())));
  const nginx = await Nginx.start(path.join(folder, 'nginx'), { certificate, processes: ports });
  belongings.add(() => nginx.stop());

  return { outside, nginx, processes, environment, certificate: certificate.cert };
}
