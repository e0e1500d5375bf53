import { align } from '../table.mjs';

const head = ['filter', 'found', 'first page, cold', 'warm', 'far back, cold', 'warm', 'count', 'index'];

function ms(value) {
  return value.toFixed(value < 10 ? 2 : 0);
}

function indexText({ index, isCovering, sorts }) {
  return `${index}${isCovering ? '' : ', rows'}${sorts ? ', sorted' : ''}`;
}

function cellsOf({ title, found, firstPage, deepPage, count, plan }) {
  return [
    title,
    found > 10_000 ? '10000+' : String(found),
    ms(firstPage.first),
    ms(firstPage.median),
    ms(deepPage.first),
    ms(deepPage.median),
    ms(count.median),
    indexText(plan),
  ];
}

function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}

/** What was measured, in ms, as one table. */
export function report({ rows, server, filled, sizes, answers, purge }) {
  return [
    '',
    `${rows} passages on ${server.version}, buffer pool ${gigabytes(Number(server.pool))}; rows ${gigabytes(sizes.data)}, indexes ${gigabytes(sizes.indexes)}`,
    `filled with ${Math.round(rows / filled.load)} rows/s, indexes made in ${Math.round(filled.index)} s`,
    '',
    'ms through listPassages: once after the fill, then the median of 15',
    align([head, ...answers.map(cellsOf)]),
    '',
    `purge of ${purge.day}: ${purge.found} rows, digest ${ms(purge.digest)} ms, drop ${ms(purge.drop)} ms`,
    '',
  ].join('\n');
}
