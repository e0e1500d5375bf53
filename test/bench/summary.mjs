import { median, ratio } from './measure/statistics.mjs';

function speed({ measured, seconds }) {
  return measured / seconds;
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

/** A case against another one, round by round: what slows the machine down slows both. */
function medianRatio(own, other) {
  return median(own.map((result, round) => ratio(speed(result), other[round] ? speed(other[round]) : 0)));
}

function microsOfOne({ cpu, measured }) {
  return ratio(cpu.node + cpu.database, measured);
}

/** How many times the CPU time of a request another case takes, round by round. */
function medianCpuRatio(own, other) {
  return median(
    own.map((result, round) =>
      other[round] ? ratio(microsOfOne(other[round]), microsOfOne(result)) : Number.NaN,
    ),
  );
}

function microsPer(results, name) {
  return median(results.map(({ cpu, measured }) => ratio(cpu[name], measured)));
}

/** What is missed of a case's targets, by name. */
export function missed(target, { node, plain, p99 }) {
  const checks = {
    node: target.node === undefined || node >= target.node,
    plain: target.plain === undefined || plain >= target.plain,
    p99: target.p99 === undefined || p99 <= target.p99,
  };

  return Object.keys(checks).filter((name) => !checks[name]);
}

function rowOf({ id, title, plain, target = {} }, resultsOf) {
  const results = resultsOf(id);
  const row = {
    id,
    title,
    target,
    speed: median(results.map(speed)),
    node: medianRatio(results, resultsOf('node')),
    plain: plain ? medianRatio(results, resultsOf(plain)) : Number.NaN,
    plainCpu: plain ? medianCpuRatio(results, resultsOf(plain)) : Number.NaN,
    p50: median(results.map(({ latency }) => latency.p50)),
    p99: median(results.map(({ latency }) => latency.p99)),
    nodeMicros: microsPer(results, 'node'),
    databaseMicros: microsPer(results, 'database'),
    loadMicros: microsPer(results, 'load'),
    memory: Math.max(...results.map(({ memory }) => memory.node)),
    errors: sum(results.map(({ errors }) => errors)),
    wrong: sum(results.map(({ wrong }) => wrong)),
  };

  return { ...row, isValid: row.errors === 0 && row.wrong === 0, missed: missed(target, row) };
}

/**
 * One row for each case: medians over the measured rounds, and ratios taken within each round.
 * @param {{ id: string, round: number, result: object }[]} measured
 */
export function summarise(cases, measured) {
  const resultsOf = (id) =>
    measured.filter((one) => one.id === id && one.round > 0).map(({ result }) => result);

  return cases.map((one) =>
    one.pending
      ? { id: one.id, title: one.title, target: one.target, pending: one.pending }
      : rowOf(one, resultsOf),
  );
}

/** How much of the machine was busy with others than the servers, the database and the load, 0 to 1: the largest share. */
export function shareOfOthers(measured) {
  return Math.max(
    ...measured.map(({ result: { cpu, machine } }) => {
      const ours = sum(Object.values(cpu).filter((micros) => !Number.isNaN(micros)));

      return Math.max(0, ratio(machine.busy - ours, machine.all));
    }),
  );
}
