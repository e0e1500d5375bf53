import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';

import type { PosterSize } from '@anxing/contract/posters';

import type { PosterContent, PosterTheme } from './content';
import { pageSizes } from './pageSizes';
import { posterPdf } from './posterPdf';

/** What is drawn, and into which file. */
export interface BatchTask {
  file: string;
  contents: PosterContent[];
  theme: PosterTheme;
  size: PosterSize;
}

const toldEvery = 10;

/** Tells how many pages are begun while they are asked for. */
function* counted(contents: readonly PosterContent[]): Generator<PosterContent> {
  for (const [i, content] of contents.entries()) {
    if (i % toldEvery === 0) {
      parentPort?.postMessage(i);
    }
    yield content;
  }
}

const { file, contents, theme, size } = workerData as BatchTask;
await pipeline(posterPdf(counted(contents), theme, pageSizes[size]), createWriteStream(file));
parentPort?.postMessage(contents.length);
