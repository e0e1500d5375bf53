import qrcode from 'qrcode-generator';

/** Level Q survives scratches and rain on a quarter of the symbol. */
const level = 'Q';
/** Modules of white around the symbol (ISO/IEC 18004 §6.3.8). */
export const quietZone = 4;

/** Dark modules beside each other, in modules from the symbol's corner. */
export interface DarkRun {
  x: number;
  y: number;
  length: number;
}

export interface QrSymbol {
  /** Modules a side, without quiet zone. */
  size: number;
  runs: DarkRun[];
}

/** @param text ASCII */
export function qrSymbol(text: string): QrSymbol {
  const qr = qrcode(0, level);
  qr.addData(text, 'Byte');
  qr.make();
  const size = qr.getModuleCount();
  const rows = Array.from({ length: size }, (_, y) => darkRuns(y, size, (x) => qr.isDark(y, x)));

  return { size, runs: rows.flat() };
}

function darkRuns(y: number, size: number, isDark: (x: number) => boolean): DarkRun[] {
  const runs: DarkRun[] = [];
  for (let x = 0; x < size; x++) {
    const open = runs.at(-1);
    if (isDark(x) && open && open.x + open.length === x) {
      open.length++;
    } else if (isDark(x)) {
      runs.push({ x, y, length: 1 });
    }
  }

  return runs;
}
