import cluster from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';

import { AggregatorRegistry } from 'prom-client';

import { AppError } from '../base/errors';
import type { Metrics } from '../base/metrics';

const question = 'anxing:metrics?';
const answer = 'anxing:metrics';
const patienceMs = 6_000;

interface Note {
  type: string;
  id: number;
  /** Missing when a worker did not answer. */
  text?: string;
}

function isNote(message: unknown, type: string): message is Note {
  return Reflect.get(Object(message), 'type') === type;
}

/** In the primary: answers a worker with the sums of all. */
export function gatherMetrics(): void {
  const registry = new AggregatorRegistry();
  cluster.on('message', (worker, message: unknown) => {
    if (!isNote(message, question)) {
      return;
    }
    const { id } = message;
    const reply = (text?: string) => worker.isConnected() && worker.send({ type: answer, id, text });
    registry.clusterMetrics().then(reply, () => reply());
  });
}

/** In a worker: whoever scrapes it gets the sums of all workers. */
export function readFromEveryWorker(metrics: Metrics): void {
  AggregatorRegistry.setRegistries([metrics.registry]);
  // Answers the primary.
  new AggregatorRegistry();
  const waiting = new Map<number, (text: string | undefined) => void>();
  process.on('message', (message: unknown) => {
    if (isNote(message, answer)) {
      waiting.get(message.id)?.(message.text);
    }
  });
  let last = 0;
  metrics.readFrom(async () => {
    last += 1;
    const id = last;
    const told = new Promise<string | undefined>((done) => waiting.set(id, done));
    process.send?.({ type: question, id });
    const text = await Promise.race([told, sleep(patienceMs, undefined, { ref: false })]);
    waiting.delete(id);
    if (text === undefined) {
      throw new AppError('unavailable', { retryAfter: 5 });
    }

    return text;
  });
}
