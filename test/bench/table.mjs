const head = [
  'path',
  'req/s',
  '÷ node:http',
  '÷ plain',
  'by CPU',
  'p50 ms',
  'p99 ms',
  'CPU µs node',
  '+ db',
  'MB',
  'errors',
  'targets',
];

function number(value, digits) {
  return Number.isFinite(value) ? value.toFixed(digits) : '–';
}

function verdict({ target, missed, isValid }) {
  if (!isValid) {
    return 'INVALID: answers that were refused, lost or wrong';
  }
  const signs = { node: '÷ node ≥', plain: '÷ plain ≥', p99: 'p99 ≤' };

  return Object.entries(target)
    .map(([name, limit]) => `${signs[name]} ${limit} ${missed.includes(name) ? 'MISSED' : 'ok'}`)
    .join(' · ');
}

function cellsOf(row) {
  if (row.pending) {
    return [row.title, ...Array(head.length - 2).fill(''), row.pending];
  }

  return [
    row.title,
    number(row.speed, 0),
    number(row.node, 3),
    number(row.plain, 1),
    number(row.plainCpu, 1),
    number(row.p50, 1),
    number(row.p99, 1),
    number(row.nodeMicros, 0),
    number(row.databaseMicros, 0),
    number(row.memory / 1e6, 0),
    String(row.errors + row.wrong),
    verdict(row),
  ];
}

/** Lines up cells: texts at the ends to the left, numbers between them to the right. */
export function align(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const last = widths.length - 1;

  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === last ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The result as one table. */
export function table(rows) {
  return align([head, ...rows.map(cellsOf)]);
}
