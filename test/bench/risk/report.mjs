import { align } from '../table.mjs';

const targets = { seconds: 120, memory: 300e6, minutes: 5, slower: 1.2, sliceMs: 20 };

const megabytes = (bytes) => (bytes / 1e6).toFixed(0);

function verdict(isMet, text) {
  return `${text} ${isMet ? 'ok' : 'MISSED'}`;
}

function ingestTable({ idle, files }) {
  const head = [
    'file',
    'rows',
    's',
    'rows/s',
    'MB file',
    'MB peak',
    'MB over idle',
    'lag ms',
    'judged s',
    'targets',
  ];
  const cells = files.map((file) => [
    file.title,
    String(file.rows),
    file.seconds.toFixed(1),
    (file.rows / file.seconds).toFixed(0),
    file.megabytes.toFixed(0),
    megabytes(file.peak),
    megabytes(file.peak - idle),
    `${file.lag.max.toFixed(0)}, own ${file.lag.own.toFixed(0)}`,
    file.judged.toFixed(1),
    `${verdict(file.seconds < targets.seconds, `< ${targets.seconds} s`)} · ${verdict(file.peak < targets.memory, `< ${megabytes(targets.memory)} MB`)}`,
  ]);

  return `taken in (idle: ${megabytes(idle)} MB)\n${align([head, ...cells])}`;
}

function deriveTable({ registers, derived }) {
  const head = ['derivation', 's', 'facts', 'from'];
  const cells = [
    ...registers.map(({ title, seconds, batch }) => [
      title,
      seconds.toFixed(1),
      String(batch?.added ?? 0),
      'taken in',
    ]),
    ...derived.map(({ title, seconds, facts, from }) => [title, seconds.toFixed(1), String(facts), from]),
  ];

  return align([head, ...cells]);
}

function hotTable({ alone, during }) {
  const head = [
    'path',
    'p50 alone',
    'during',
    'p99 alone',
    'during',
    'max alone',
    'during',
    'errors',
    'target',
  ];
  const cells = alone.map((one, at) => {
    const other = during[at];
    const slower = other.p99 / one.p99;

    return [
      one.title,
      one.p50.toFixed(2),
      other.p50.toFixed(2),
      one.p99.toFixed(2),
      other.p99.toFixed(2),
      one.max.toFixed(0),
      other.max.toFixed(0),
      String(one.errors + other.errors),
      verdict(slower <= targets.slower, `p99 × ${slower.toFixed(2)}, within ${targets.slower}`),
    ];
  });

  return align([head, ...cells]);
}

function recomputeText({ quiet, busy, capacity, rate, dropped, ...latencies }) {
  const each = [...quiet.map((run) => ['alone', run]), ...busy.map((run) => ['with load', run])];
  const lines = each.map(([how, { done, changed, messages, seconds, lag }]) => {
    const speed = (done / seconds).toFixed(0);
    const isMet = verdict(seconds / 60 < targets.minutes, `< ${targets.minutes} min`);

    return `  ${how}: ${done} people in ${(seconds / 60).toFixed(2)} min (${speed}/s), ${changed} with another colour, ${messages} told; longest lag ${lag.max.toFixed(0)} ms, own ${lag.own.toFixed(0)}; ${isMet}`;
  });

  return [
    'rules changed, everybody judged anew',
    ...lines,
    `  hot path: ${Math.round(rate)}/s, 30 % of ${Math.round(capacity)}/s; ${dropped} never sent; ms`,
    hotTable(latencies),
  ].join('\n');
}

function resumeText({ killedAt, people, wasMidway, seconds, changed, messages, twice, faults }) {
  const sign = faults.length === 0 && wasMidway ? '✔' : '✗';

  return (
    `${sign} killed when ${killedAt} of ${people} were judged; the rest in ${seconds.toFixed(1)} s after the next start; ` +
    `${changed} with another colour, ${messages} told, ${twice} of them twice`
  );
}

function sqliteText({ rows, people, files, rules }) {
  const lines = [
    ...files.map(({ title, seconds, judged, wholeLag }) => [title, seconds + judged, wholeLag]),
    ['SQLite: rules tried on everybody, approved, everybody judged anew', rules.seconds, rules.lag],
  ].map(([title, seconds, { max, p99, own }]) => {
    const isMet = verdict(own <= targets.sliceMs, `≤ ${targets.sliceMs} ms`);

    return (
      `  ${title}: ${seconds.toFixed(1)} s; event loop held up ${max.toFixed(1)} ms at most, ${own.toFixed(1)} by itself ` +
      `(99 % of tenths of a second: ${p99.toFixed(1)}); ${isMet}`
    );
  });

  return [`SQLite, ${rows} rows and ${people} people`, ...lines].join('\n');
}

const writers = {
  ingest: ingestTable,
  derive: deriveTable,
  recompute: recomputeText,
  resume: resumeText,
  sqlite: sqliteText,
};

/** What was measured, as text; parts that were not measured are left out. */
export function report(results) {
  return Object.entries(writers)
    .filter(([name]) => results[name])
    .map(([name, write]) => write(results[name]))
    .join('\n\n');
}
