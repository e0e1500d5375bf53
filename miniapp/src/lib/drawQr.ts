import type { Canvas2d } from '../platform/canvas';

/** Modules of white around the code, without which scanners may not find it (ISO/IEC 18004 §6.3.8). */
const quietZone = 4;

interface Drawing {
  canvas: Canvas2d;
  modules: boolean[][];
  /** Width of the canvas in screen dots. */
  dots: number;
}

/** Draws black on white, every module the same whole number of screen dots, so that no edge is blurred. */
export function drawQr({ canvas, modules, dots }: Drawing): void {
  const dotsPerModule = Math.max(1, Math.floor(dots / (modules.length + 2 * quietZone)));
  const margin = Math.floor((dots - dotsPerModule * modules.length) / 2);
  canvas.width = dots;
  canvas.height = dots;
  const context = canvas.getContext('2d');
  if (!context) {
    return;
  }
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, dots, dots);
  context.fillStyle = '#000000';
  modules.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) {
        context.fillRect(
          margin + x * dotsPerModule,
          margin + y * dotsPerModule,
          dotsPerModule,
          dotsPerModule,
        );
      }
    });
  });
}
