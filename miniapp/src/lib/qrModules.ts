import drawQrcode from 'weapp-qrcode';

const dark = '#000000';
/** weapp-qrcode's name for error correction level M. */
const levelM = 0;

/**
 * The modules of a QR code in byte mode, level M, without the quiet zone: rows of dark (true) and light.
 * weapp-qrcode draws row by row, so a context that only records the colours gives the modules of any version.
 */
export function qrModules(text: string): boolean[][] {
  const cells: boolean[] = [];
  let colour = '';
  drawQrcode({
    text,
    width: 1,
    height: 1,
    correctLevel: levelM,
    foreground: dark,
    ctx: {
      setFillStyle: (value) => {
        colour = value;
      },
      fillRect: () => cells.push(colour === dark),
      draw: () => undefined,
    },
  });
  const size = Math.sqrt(cells.length);

  return Array.from({ length: size }, (_, row) => cells.slice(row * size, (row + 1) * size));
}
