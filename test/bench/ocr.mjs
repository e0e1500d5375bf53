import { mkdtempSync, rmSync } from 'node:fs';

import { apiBuildOptions } from '../../scripts/lib/buildApi.mjs';
import { inRoot } from '../../scripts/lib/root.mjs';
import { drawCard } from '../support/cards/drawCard.mjs';
import { keepJson } from './keep.mjs';
import { loadAverage, machine } from './machine.mjs';
import { align } from './table.mjs';

/** How guards take pictures: in the hand, in the dark, in a hurry. */
const kinds = [
  { name: 'upright', given: {} },
  { name: 'rotated 3°', given: { rotate: 3 } },
  { name: 'rotated 10°', given: { rotate: 10 } },
  { name: 'blurred', given: { blur: 2 } },
  { name: 'very blurred', given: { blur: 4 } },
  { name: 'dim', given: { light: 0.35 } },
  { name: 'skewed 6°', given: { skew: 6 } },
  { name: 'small', given: { scale: 0.6 } },
  { name: 'all of it', given: { rotate: 3, blur: 1.5, light: 0.5, skew: 3 } },
];

const quickCards = 3;
const cardsPerRound = 10;

const today = '2026-11-22';

async function readersIn(folder) {
  const { build } = await import('esbuild');
  await build({
    ...apiBuildOptions(),
    entryPoints: [{ in: inRoot('test/bench/ocr/readers.ts'), out: 'readers' }],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
  });

  return import(`${folder}/readers.mjs`);
}

/** Another number each time, the same ones in every run. */
function numbers(count, idNumberCheck) {
  return Array.from({ length: count }, (_, i) => {
    const year = 1930 + ((i * 7) % 60);
    const day = String(1 + ((i * 11) % 28)).padStart(2, '0');
    const first17 = `35010${1 + (i % 9)}${year}${String(1 + (i % 12)).padStart(2, '0')}${day}${100 + ((i * 37) % 900)}`;

    return first17 + idNumberCheck(first17);
  });
}

async function readAll({ agreedNumber, TesseractOcr, idNumberCheck }, { name, given }, count) {
  const reader = new TesseractOcr(20_000);
  const result = { name, right: 0, unreadable: 0, wrong: 0 };
  for (const number of numbers(count, idNumberCheck)) {
    const { readings } = await reader.readCard({ mediaType: 'image/png', bytes: drawCard(number, given) });
    const read = agreedNumber(readings, today);
    result[read === undefined ? 'unreadable' : read === number ? 'right' : 'wrong'] += 1;
  }

  return result;
}

/** How many synthetic cards are read right, not at all, and wrong: the last must stay none. */
export async function benchOcr({ isQuick = false, rounds = 3, print = console.log, json = keepJson } = {}) {
  const before = loadAverage();
  const folder = mkdtempSync(inRoot('api/dist/ocr-'));
  try {
    const readers = await readersIn(folder);
    const results = [];
    for (const kind of kinds) {
      results.push(await readAll(readers, kind, isQuick ? quickCards : rounds * cardsPerRound));
    }
    const rows = results.map(({ name, right, unreadable, wrong }) => [
      name,
      String(right),
      String(unreadable),
      String(wrong),
    ]);
    print(align([['cards', 'right', 'unreadable', 'wrong'], ...rows]));
    print(
      `${machine.cores} × ${machine.processor}, Node ${machine.node}; load average ${before} before, ${loadAverage()} after`,
    );
    print(json('ocr', { results }));

    return results.some(({ wrong }) => wrong > 0) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
