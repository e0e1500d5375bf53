import { execFileSync } from 'node:child_process';

import jsQR from 'jsqr';
import sharp from 'sharp';

/** What two independent readers see in a picture. */
export async function decoded(png: Buffer): Promise<{ zbar: string; jsqr: string | undefined }> {
  return { zbar: readByZbar(png), jsqr: await readByJsqr(png) };
}

function readByZbar(png: Buffer): string {
  const options = ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', 'png:-'];

  return execFileSync('zbarimg', options, { input: png }).toString().trim();
}

async function readByJsqr(png: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });

  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** The pages of a PDF as PNG, drawn by poppler. */
export function pagePng(pdf: Buffer, page: number, dpi: number): Buffer {
  const options = ['-f', String(page), '-l', String(page), '-r', String(dpi), '-png', '-singlefile', '-'];

  return execFileSync('pdftoppm', options, { input: pdf, maxBuffer: 64_000_000 });
}

/** The text of a PDF without white space. */
export function pdfText(pdf: Buffer): string {
  return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf }).toString().replace(/\s/g, '');
}
