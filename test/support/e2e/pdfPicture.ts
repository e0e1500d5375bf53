import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The first page of a PDF as PNG, drawn by poppler as a printer would.
 * @param dpi dots per inch
 */
export async function pdfToPng(pdf: Buffer, dpi = 150): Promise<Buffer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anxing-pdf-'));
  try {
    const [file, picture] = [path.join(folder, 'page.pdf'), path.join(folder, 'page')];
    writeFileSync(file, pdf);
    await run('pdftoppm', ['-r', String(dpi), '-png', '-singlefile', file, picture]);

    return readFileSync(`${picture}.png`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
