import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

import { exits } from '../feed/exits.mjs';
import { Fault } from '../lib/fault.mjs';

/** zbar reads worse pictures; where it is not installed, jsQR does. */
function byZbar(file) {
  const { error, stdout } = spawnSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', file], {
    encoding: 'utf8',
  });

  return error ? undefined : stdout.split('\n')[0];
}

async function byJsQr(file) {
  const [{ default: sharp }, { default: jsQR }] = await Promise.all([import('sharp'), import('jsqr')]);
  const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** The text of the QR code in a picture. @throws Fault when there is none */
export async function readPicture(file) {
  if (!existsSync(file)) {
    throw new Fault(`没有这个文件 / no such file: ${file}`, '', exits.noFile);
  }
  const text = byZbar(file) || (await byJsQr(file).catch(() => undefined));
  if (!text) {
    throw new Fault(`图片里没有可读的二维码 / No QR code can be read in ${file}`, '', exits.noFile);
  }

  return text;
}
