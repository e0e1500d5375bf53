import { spawn } from 'node:child_process';

import { ProviderUnavailable } from '../providerUnavailable';

const mostText = 16_384;

/** The shell's limits of one reading: processor seconds and kilobytes of memory. A picture may unpack to much more than it is. */
const limited = 'ulimit -t 20 -v 1500000; exec tesseract "$@"';

/** How a picture is made black and white, and what the page is taken to be. */
export interface Reading {
  /** 0 Otsu, 1 of tiles, 2 Sauvola: `thresholding_method` of tesseract 5. */
  threshold: 0 | 1 | 2;
  /** Page segmentation mode: 6 one block, 11 text wherever it is. */
  layout: 6 | 11;
}

/**
 * Runs tesseract over a picture. It goes through pipes, so that it never lies on a disk.
 * @throws ProviderUnavailable when the program is not there, or takes too long
 */
export function runTesseract(
  picture: Buffer,
  { threshold, layout }: Reading,
  timeoutMs: number,
): Promise<string> {
  const options = ['-l', 'eng', '--dpi', '300', '--psm', String(layout)];
  const args = ['stdin', 'stdout', ...options, '-c', `thresholding_method=${threshold}`];
  const unavailable = (fault: 'timeout' | 'unreachable') =>
    new ProviderUnavailable('ocr', 'tesseract', fault);

  return new Promise((done, fail) => {
    const child = spawn('/bin/sh', ['-c', limited, 'sh', ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH, OMP_THREAD_LIMIT: '1' },
    });
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(unavailable('timeout'));
    }, timeoutMs);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString('latin1')).slice(0, mostText);
    });
    // A picture that it cannot read ends it before it has taken all of it.
    child.stdin.on('error', () => undefined);
    child.on('error', () => fail(unavailable('unreachable')));
    child.on('close', (code) => {
      clearTimeout(late);
      if (code === 127) {
        fail(unavailable('unreachable'));
      } else {
        done(text);
      }
    });
    child.stdin.end(picture);
  });
}
