import { readFileSync } from 'node:fs';

import type { Crew } from '../crew/crewFile';
import { closedLoop } from './closedLoop.mjs';
import { openLoop } from './openLoop.mjs';
import type { ClosedOrder, OpenOrder, Order, ProbeOrder } from './orders';
import { probe } from './probe.mjs';
import { makers } from './requests';
import { Wallet } from './wallet';
import { Watch } from './watch';

const [crewFile = '', secretsFile = ''] = process.argv.slice(2);
const crew = JSON.parse(readFileSync(crewFile, 'utf8')) as Crew;
const loads = makers(crew, new Wallet(crew, secretsFile));

async function closed({ load, watched, ...plan }: ClosedOrder) {
  const watch = new Watch(watched);
  const { expected, prepare } = loads[load];
  const counts = await closedLoop({
    ...plan,
    expected,
    next: prepare(),
    onStart: watch.start,
    onEnd: watch.end,
  });

  return { ...counts, ...watch.summary() };
}

async function open({ mix, watched, ...plan }: OpenOrder) {
  const watch = new Watch(watched);
  const kinds = mix.map(({ load, share }) => {
    const { expected, prepare } = loads[load];

    return { name: load, share, expected, next: prepare() };
  });
  const counts = await openLoop({
    ...plan,
    mix: kinds,
    onStart: watch.start,
    onEnd: watch.end,
  });

  return { ...counts, ...watch.summary() };
}

/** Counted like the other orders, for the books. */
async function well({ loads: names, ...plan }: ProbeOrder) {
  const { good, asked, ...found } = await probe({
    ...plan,
    kinds: names.map((name) => loads[name].prepare()),
  });
  const counts = names.map((name, at) => {
    const acknowledged = good[at] ?? 0;

    return [name, { acknowledged, failed: (asked[at] ?? 0) - acknowledged }];
  });

  return { ...found, paths: Object.fromEntries(counts) as Record<string, object> };
}

function carryOut(order: Order): Promise<object> {
  switch (order.kind) {
    case 'closed':
      return closed(order);
    case 'open':
      return open(order);
    default:
      return well(order);
  }
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ fault: error instanceof Error ? error.stack : String(error) }),
  );
});
process.once('disconnect', () => process.exit());
process.send?.({ ready: true });
