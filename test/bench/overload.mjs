import { ratio } from './measure/statistics.mjs';

function perSecond(result, name) {
  const { paths, seconds } = result;

  return paths[name].measured / seconds;
}

function isShed(status) {
  return status === '503';
}

function shareOf(counts, isWanted, whole) {
  const wanted = Object.entries(counts)
    .filter(([status]) => isWanted(status))
    .reduce((sum, [, count]) => sum + count, 0);

  return ratio(wanted, whole);
}

/**
 * What became of one path under overload. `goodput` is against the same path at the peak; `shed` and `failed` are shares
 * of what was sent: 503, and whatever else was no good answer.
 */
function rowOf({ load, title }, peak, overload) {
  const { statuses, acknowledged, errors, latency, mute } = overload.paths[load];
  const sent = acknowledged + errors;
  const shed = shareOf(statuses, isShed, sent);

  return {
    title,
    peak: perSecond(peak, load),
    good: perSecond(overload, load),
    goodput: ratio(perSecond(overload, load), perSecond(peak, load)),
    shed,
    failed: ratio(errors, sent) - shed,
    p50: latency.p50,
    p99: latency.p99,
    mute,
  };
}

/** All good answers in a second. */
export function total({ paths, seconds }) {
  return Object.values(paths).reduce((sum, { measured }) => sum + measured, 0) / seconds;
}

/** One row for each path of the mix, and one for all together. */
export function summariseOverload(mix, peak, overload) {
  const rows = mix.map((one) => rowOf(one, peak, overload));

  return { rows, goodput: ratio(total(overload), total(peak)) };
}

/**
 * What is not as it must be after an overload: what was acknowledged is stored, and nothing is stored that nobody asked for.
 * A request whose answer was lost or late may be stored.
 */
export function bookFaults(acknowledged, unanswered, stored) {
  return Object.keys(acknowledged)
    .filter(
      (kind) => stored[kind] < acknowledged[kind] || stored[kind] > acknowledged[kind] + unanswered[kind],
    )
    .map(
      (kind) =>
        `${kind}: ${acknowledged[kind]} acknowledged, ${unanswered[kind]} without an answer, ${stored[kind]} stored`,
    );
}

const percent = (share) => (Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '–');
const whole = (value) => (Number.isFinite(value) ? value.toFixed(0) : '–');

/** The rows as cells of a table. */
export function overloadCells(rows) {
  const head = ['path', 'peak/s', 'good/s', 'goodput', '503', 'other errors', 'p50 ms', 'p99 ms', ''];
  const cells = rows.map((row) => [
    row.title,
    whole(row.peak),
    whole(row.good),
    percent(row.goodput),
    percent(row.shed),
    percent(row.failed),
    whole(row.p50),
    whole(row.p99),
    row.mute > 0 ? `${row.mute} of the 503 did not say when to come back` : '',
  ]);

  return [head, ...cells];
}
