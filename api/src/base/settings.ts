import { statSync } from 'node:fs';
import path from 'node:path';

import { z } from 'zod';

import { StartRefused } from './errors';
import { readSecrets, type Secrets } from './secrets';

export interface Settings {
  mode: 'demo' | 'production';
  host: string;
  port: number;
  /** Scheme and host under which people reach the service; posters carry it. */
  origin: string;
  /** Other origins whose posters are ours too, for example after a move. */
  posterOrigins: string[];
  database: { dialect: 'sqlite'; file: string } | { dialect: 'mysql'; url: string };
  redisUrl: string | undefined;
  /** How many proxies in front are trusted to name the client's address. */
  proxyHops: number;
  /** That serve on one port. */
  processes: number;
  configDir: string;
  varDir: string;
  webDir: string;
  /** Folder with the files by which WeChat and Alipay check the domain. */
  checkFilesDir: string | undefined;
  /** Each request is a line at `info`: the demo, which somebody watches in a terminal, tells troubles only. */
  logLevel: string;
  secrets: Secrets;
  environment: Readonly<Record<string, string | undefined>>;
}

const schema = z.object({
  ANXING_MODE: z.enum(['demo', 'production']).default('demo'),
  HOST: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  ANXING_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  ANXING_POSTER_ORIGINS: z
    .string()
    .default('')
    .refine((text) => listOf(text).every(isOrigin), 'https://host,https://other-host'),
  DATABASE_URL: z
    .string()
    .regex(/^(mysql:\/\/|sqlite:)/, 'mysql://… or sqlite:<file>')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'redis://…')
    .optional(),
  ANXING_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  ANXING_PROCESSES: z.coerce.number().int().min(1).max(64).default(1),
  ANXING_CONFIG: z.string().default('config'),
  ANXING_VAR: z.string().default('var'),
  ANXING_WEB: z.string().default('.'),
  ANXING_SECRETS_FILE: z.string().optional(),
  ANXING_CHECK_FILES: z.string().optional(),
  ANXING_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
});

/** What the environment may say of the server itself; those of the outside systems are theirs. */
export const settingNames: readonly string[] = Object.keys(schema.shape);

type Raw = z.infer<typeof schema>;

function databaseOf(raw: Raw): Settings['database'] {
  const url = raw.DATABASE_URL ?? `sqlite:${path.join(raw.ANXING_VAR, 'anxing.sqlite')}`;

  return url.startsWith('sqlite:')
    ? { dialect: 'sqlite', file: url.slice('sqlite:'.length) }
    : { dialect: 'mysql', url };
}

function isLoopback(url: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|(.+\.)?localhost)$/.test(new URL(url).hostname);
}

/** Also through a link. */
function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one), statSync(other)];

    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return path.resolve(one) === path.resolve(other);
  }
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}

function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

const demoSecrets = 'ANXING_SECRETS_FILE 不能使用演示密钥 / must not be the demo’s secrets';

/** Everything production refuses, in one list, so that the operator mends it in one go. */
function productionFaults(raw: Raw): string[] {
  const faults: string[] = [];
  if (!raw.ANXING_ORIGIN || !raw.ANXING_ORIGIN.startsWith('https://') || isLoopback(raw.ANXING_ORIGIN)) {
    faults.push('ANXING_ORIGIN 必须是公网 https 地址 / must be a public https origin');
  }
  if (!raw.DATABASE_URL) {
    faults.push('DATABASE_URL 必须设置 / must be set: mysql://… or sqlite:<file>');
  }
  if (!raw.ANXING_SECRETS_FILE) {
    faults.push('ANXING_SECRETS_FILE 必须设置 / must name this installation’s own secrets');
  } else if (isSameFile(raw.ANXING_SECRETS_FILE, path.join(raw.ANXING_VAR, 'secrets.json'))) {
    faults.push(demoSecrets);
  }

  return faults;
}

/** Reads and checks the settings; refuses unsafe ones with a sentence each. */
export function loadSettings(environment: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const what = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n  ');
    throw new StartRefused(`设置有误 / Settings refused:\n  ${what}`);
  }
  const raw = parsed.data;
  const faults = raw.ANXING_MODE === 'production' ? productionFaults(raw) : [];
  if (faults.length > 0) {
    throw new StartRefused(`生产模式的设置不完整 / Production settings refused:\n  ${faults.join('\n  ')}`);
  }

  if (raw.ANXING_PROCESSES > 1 && !(raw.DATABASE_URL?.startsWith('mysql:') && raw.REDIS_URL)) {
    throw new StartRefused(
      `多个进程需要 MySQL 和 Redis：请设置 DATABASE_URL=mysql://… 和 REDIS_URL=redis://…\n` +
        'Several processes need MySQL and Redis: set DATABASE_URL=mysql://… and REDIS_URL=redis://…',
    );
  }

  const secrets = readSecrets(raw.ANXING_SECRETS_FILE ?? path.join(raw.ANXING_VAR, 'secrets.json'));
  if (raw.ANXING_MODE === 'production' && secrets.use === 'demo') {
    throw new StartRefused(`${demoSecrets}; node scripts/secrets.mjs <file>`);
  }

  return {
    mode: raw.ANXING_MODE,
    host: raw.HOST ?? '127.0.0.1',
    port: raw.PORT,
    origin: new URL(raw.ANXING_ORIGIN ?? `http://127.0.0.1:${raw.PORT}`).origin,
    posterOrigins: listOf(raw.ANXING_POSTER_ORIGINS),
    database: databaseOf(raw),
    redisUrl: raw.REDIS_URL,
    proxyHops: raw.ANXING_PROXY_HOPS,
    processes: raw.ANXING_PROCESSES,
    configDir: raw.ANXING_CONFIG,
    varDir: raw.ANXING_VAR,
    webDir: raw.ANXING_WEB,
    checkFilesDir: raw.ANXING_CHECK_FILES,
    logLevel: raw.ANXING_LOG_LEVEL ?? (raw.ANXING_MODE === 'demo' ? 'warn' : 'info'),
    secrets,
    environment: given,
  };
}
