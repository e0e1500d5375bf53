import { createHmac } from 'node:crypto';

export interface Named<T> {
  id: string;
  task: T;
}

/** Tasks in another order, under other names, in every run: no list of right answers fits a second one. */
export function shuffled<T>(seed: string, kind: string, tasks: readonly T[]): Named<T>[] {
  return tasks
    .map((task, at) => ({
      id: createHmac('sha256', Buffer.from(seed, 'hex')).update(`${kind} ${at}`).digest('hex').slice(0, 12),
      task,
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
