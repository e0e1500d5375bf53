import { readFileSync, statSync } from 'node:fs';

import { z } from 'zod';

import { StartRefused } from './errors';

const key32 = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, '32 bytes in base64');
/** The formats inside QR codes have four bits for it. */
const keyId = z.number().int().min(1).max(15);

const schema = z.object({
  version: z.literal(1),
  /** Production refuses the keys of a demo, wherever they were copied to. */
  use: z.enum(['demo', 'production']).optional(),
  sessionSecret: key32,
  fieldKeys: z.array(z.object({ id: keyId, key: key32 })).min(1),
  indexKeys: z.array(z.object({ id: keyId, key: key32 })).min(1),
  auditSalt: key32,
  codeKeys: z.array(z.object({ id: keyId, aes: key32, ed25519: key32 })).min(1),
  posterKeys: z.array(z.object({ id: keyId, secret: key32 })).min(1),
  /** Sign the answers to devices; installations from before there were devices have none, see `codes/serverKeys`. */
  deviceKeys: z.array(z.object({ id: keyId, ed25519: key32 })).optional(),
  metricsToken: z.string().min(20),
});

/** Key material of an installation. In every list the last entry is the one in use, the others still open old values. */
export type Secrets = z.infer<typeof schema>;

function everyKey(secrets: Secrets): string[] {
  return [
    secrets.sessionSecret,
    secrets.auditSalt,
    ...secrets.fieldKeys.map((entry) => entry.key),
    ...secrets.indexKeys.map((entry) => entry.key),
    ...secrets.codeKeys.flatMap((entry) => [entry.aes, entry.ed25519]),
    ...secrets.posterKeys.map((entry) => entry.secret),
    ...(secrets.deviceKeys ?? []).map((entry) => entry.ed25519),
  ];
}

/** Few different bytes, or nothing but what a keyboard has: such a key was typed, not made. */
function isWeak(key: string): boolean {
  const bytes = Buffer.from(key, 'base64');

  return new Set(bytes).size < 12 || bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
}

/** Values name their key by its id: of two keys with one id, one would be lost. */
function hasSharedId({ fieldKeys, indexKeys, codeKeys, posterKeys, deviceKeys = [] }: Secrets): boolean {
  return [fieldKeys, indexKeys, codeKeys, posterKeys, deviceKeys].some(
    (ring) => new Set(ring.map(({ id }) => id)).size !== ring.length,
  );
}

/** Checks key material; refuses weak keys and one key used for two purposes. */
export function parseSecrets(value: unknown, place: string): Secrets {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.') || '(whole file)').join(', ');
    throw new StartRefused(`密钥文件内容有误 / The secrets in ${place} are not usable: ${where}`);
  }
  if (hasSharedId(parsed.data)) {
    throw new StartRefused(`密钥编号重复 / Two keys in one list of ${place} have the same id`);
  }
  const keys = everyKey(parsed.data);
  if (keys.some(isWeak)) {
    throw new StartRefused(`密钥过于简单 / A key in ${place} is not random: make new ones`);
  }
  if (new Set(keys).size !== keys.length) {
    throw new StartRefused(`密钥重复使用 / A key in ${place} is used for two purposes`);
  }

  return parsed.data;
}

/** Reads the secrets file, which only its owner may read. */
export function readSecrets(file: string): Secrets {
  let mode: number;
  try {
    mode = statSync(file).mode;
  } catch {
    throw new StartRefused(`找不到密钥文件 / No secrets file at ${file}; set ANXING_SECRETS_FILE`);
  }
  if (process.platform !== 'win32' && mode & 0o077) {
    throw new StartRefused(`密钥文件权限过宽 / Others can read ${file}; run: chmod 600 ${file}`);
  }
  try {
    return parseSecrets(JSON.parse(readFileSync(file, 'utf8')), file);
  } catch (error) {
    if (error instanceof SyntaxError) {
      throw new StartRefused(`密钥文件不是 JSON / ${file} is not JSON`);
    }
    throw error;
  }
}
