import { spawn } from 'node:child_process';

import jsQR from 'jsqr';
import sharp from 'sharp';

/** Texts that zbar reads from a picture, one to a line. */
async function readWithZbar(png: Buffer): Promise<string[]> {
  const zbar = spawn('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', 'png:-']);
  let said = '';
  zbar.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  zbar.stdin.end(png);
  await new Promise((resolve, reject) => {
    zbar.once('error', reject);
    zbar.once('close', resolve);
  });

  return said.split('\n').filter(Boolean);
}

async function readWithJsQr(png: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/**
 * Reads the one QR code in a picture, with two readers that know nothing of each other.
 * @throws when there is none, when there are several, or when they do not agree
 */
export async function decodeQr(picture: Buffer): Promise<string> {
  const png = await sharp(picture).flatten({ background: '#ffffff' }).png().toBuffer();
  const [zbar, jsQr] = await Promise.all([readWithZbar(png), readWithJsQr(png)]);
  const [text] = zbar;
  if (zbar.length !== 1 || text === undefined || text !== jsQr) {
    throw new Error(`zbar read ${JSON.stringify(zbar)}, jsQR ${JSON.stringify(jsQr)}`);
  }

  return text;
}
