import path from 'node:path';

import { Fault } from '../lib/fault.mjs';
import { ensureSecrets } from '../lib/secretsFile.mjs';

const usage = 'node scripts/secrets.mjs <file>';

/** `node scripts/secrets.mjs <file>`: makes the secrets of a production installation, once. */
export async function main(args) {
  const [given] = args;
  if (!given || given.startsWith('-') || args.length > 1) {
    throw new Fault('请给出密钥文件的位置 / Name the file to make', usage);
  }
  const file = path.resolve(given);
  if (!ensureSecrets(file, 'production')) {
    throw new Fault(
      `文件已存在，未作改动 / ${file} exists already and was left as it is`,
      '密钥一旦更换，旧数据便无法解密。\nData written with the old keys cannot be read with new ones.',
    );
  }
  console.log(`已生成 / Made ${file}. Keep a copy in a safe place: without it the database cannot be read.`);
  console.log(`ANXING_SECRETS_FILE=${file}`);

  return 0;
}
