import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import sharp from 'sharp';

const width = 640;
const height = 480;
const wall = '#8c8a86';
/** Degrees; nobody holds a phone straight. */
const tilt = 4;
/** Frames before Chromium begins anew. */
const frames = 3;

/** What a camera sees of a poster on a wall: small, tilted, a little out of focus and not very bright. */
async function photograph(picture: Buffer): Promise<Buffer> {
  const sheet = await sharp(picture)
    .flatten({ background: '#ffffff' })
    .resize({ width: width - 120, height: height - 30, fit: 'inside' })
    .png()
    .toBuffer();
  const tilted = await sharp(sheet)
    .rotate(tilt, { background: wall })
    .resize({ width, height, fit: 'contain', background: wall })
    .png()
    .toBuffer();

  return sharp(tilted).blur(0.5).linear(0.85, 6).removeAlpha().raw().toBuffer();
}

interface Planes {
  y: Buffer;
  u: Buffer;
  v: Buffer;
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}

/** RGB to the three planes of YCbCr 4:2:0 (ITU-R BT.601); the colour of four pixels is that of the first. */
function planesOf(rgb: Buffer): Planes {
  const y = Buffer.alloc(width * height);
  const u = Buffer.alloc((width * height) / 4);
  const v = Buffer.alloc((width * height) / 4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const [r, g, b] = rgb.subarray(3 * at, 3 * at + 3) as unknown as [number, number, number];
      y[at] = clamp(16 + 0.257 * r + 0.504 * g + 0.098 * b);
      if (row % 2 === 0 && column % 2 === 0) {
        const colour = (row / 2) * (width / 2) + column / 2;
        u[colour] = clamp(128 - 0.148 * r - 0.291 * g + 0.439 * b);
        v[colour] = clamp(128 + 0.439 * r - 0.368 * g - 0.071 * b);
      }
    }
  }

  return { y, u, v };
}

async function film(picture: Buffer): Promise<Buffer> {
  const { y, u, v } = planesOf(await photograph(picture));
  const frame = Buffer.concat([Buffer.from('FRAME\n'), y, u, v]);
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);

  return Buffer.concat([header, ...Array.from({ length: frames }, () => frame)]);
}

export interface Camera {
  /** For `openBrowser`. */
  file: string;
  /** Points it at a picture; a page that opens the camera afterwards sees that. */
  pointAt(picture: Buffer): Promise<void>;
}

/** A camera for Chromium: a film in Y4M that shows one picture, standing still. */
export async function makeCamera(): Promise<Camera> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'anxing-camera-')), 'camera.y4m');
  const pointAt = async (picture: Buffer) => {
    // Replaced in one step: a page may be looking.
    writeFileSync(`${file}.new`, await film(picture));
    renameSync(`${file}.new`, file);
  };
  await pointAt(
    await sharp({ create: { width, height, channels: 3, background: wall } })
      .png()
      .toBuffer(),
  );

  return { file, pointAt };
}
