import jsQR from 'jsqr';

import { drawQr } from '../../../miniapp/src/lib/drawQr';
import { qrModules } from '../../../miniapp/src/lib/qrModules';
import type { Canvas2d } from '../../../miniapp/src/platform/canvas';
import { personalQr } from '../../support/taro/samples';

/** A canvas of bytes: enough of one to be drawn on and read by a scanner. */
class ByteCanvas implements Canvas2d {
  width = 0;
  height = 0;
  pixels = new Uint8ClampedArray();

  getContext() {
    this.pixels = new Uint8ClampedArray(this.width * this.height * 4).fill(255);
    const context = {
      fillStyle: '',
      fillRect: (x: number, y: number, width: number, height: number) => {
        const shade = context.fillStyle === '#ffffff' ? 255 : 0;
        for (let row = y; row < y + height; row += 1) {
          const start = (row * this.width + x) * 4;
          for (let i = start; i < start + width * 4; i += 4) {
            this.pixels.fill(shade, i, i + 3);
          }
        }
      },
    };

    return context as unknown as CanvasRenderingContext2D;
  }
}

test('the personal code is version 7', () => {
  expect(qrModules(personalQr)).toHaveLength(45);
});

test.each([172, 246, 492, 738])('%d dots wide, a scanner reads it back', (dots) => {
  const canvas = new ByteCanvas();
  drawQr({ canvas, modules: qrModules(personalQr), dots });
  expect(jsQR(canvas.pixels, dots, dots)?.data).toBe(personalQr);
});

test('four modules around it stay white', () => {
  const canvas = new ByteCanvas();
  drawQr({ canvas, modules: qrModules(personalQr), dots: 53 * 4 });
  const quiet = 4 * 4;
  for (let i = 0; i < quiet; i += 1) {
    expect(canvas.pixels[(i * canvas.width + i) * 4]).toBe(255);
  }
  expect(canvas.pixels[(quiet * canvas.width + quiet) * 4]).toBe(0);
});
