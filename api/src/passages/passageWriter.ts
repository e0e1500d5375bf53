import { setImmediate as nextTurn } from 'node:timers/promises';

import { limits } from '@anxing/contract/limits';

import type { Clock } from '../base/clock';
import { AppError } from '../base/errors';
import type { Metrics } from '../base/metrics';
import type { Bus } from '../storage/bus';
import { isDuplicate, isDatabaseGone } from '../storage/databaseErrors';
import { changesOf, type AuditEvent } from '../storage/scene';
import { findRepeats } from './findPassage';
import type { PassageOrder } from './order';
import type { Passage } from './passage';
import type { BatchPlan } from './planBatch';
import { writeBatch, type Ledger } from './writeBatch';

interface Entry {
  order: PassageOrder;
  resolve(stored: Passage): void;
  reject(error: unknown): void;
}

export interface WriterOptions extends Ledger {
  bus: Bus;
  metrics: Metrics;
  clock: Clock;
}

function seconds(): number {
  return 1 + Math.floor(Math.random() * 5);
}

/** What came second under an id is answered as the first one, if it asked for the same. */
function settle({ order, resolve, reject }: Entry, stored: Passage): void {
  if (stored.requestHash.equals(order.passage.requestHash)) {
    resolve(stored);
  } else {
    reject(new AppError('same_id_other_body'));
  }
}

/** Entries by the id of their passage: those after the first are repeats of it. */
function byId(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { id } = entry.order.passage;
    groups.set(id, [...(groups.get(id) ?? []), entry]);
  }

  return groups;
}

function pointsByUnit({ flow }: BatchPlan, units: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const points = new Map<string, Set<string>>();
  for (const { pointId } of flow) {
    const unitId = units.get(pointId);
    if (unitId !== undefined) {
      points.set(unitId, (points.get(unitId) ?? new Set()).add(pointId));
    }
  }

  return points;
}

/**
 * Gathers what many requests want to write into one transaction at a time: acknowledged means committed. The first one
 * goes at once, what comes while it is written goes together after it. An error of one row never fails its neighbours.
 */
export class PassageWriter {
  private queue: Entry[] = [];

  private isRunning = false;

  constructor(private readonly options: WriterOptions) {}

  /** How many wait. */
  get waiting(): number {
    return this.queue.length;
  }

  /**
   * Writes a passage exactly once. @returns it as stored; for an id that is there already, the first one
   * @throws same_id_other_body; unavailable when too many wait
   */
  submit(order: PassageOrder): Promise<Passage> {
    if (this.queue.length >= limits.waitingPassages) {
      throw new AppError('unavailable', { retryAfter: seconds() });
    }

    return new Promise((resolve, reject) => {
      this.queue.push({ order, resolve, reject });
      this.start();
    });
  }

  private start(): void {
    if (!this.isRunning) {
      this.isRunning = true;
      // What else arrived in the same moment goes along.
      setImmediate(() => void this.drain());
    }
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      await this.flush(this.queue.splice(0, limits.passagesPerBatch));
      // The answers go out, and who asks next goes along with those who came meanwhile.
      await nextTurn();
    }
    this.isRunning = false;
  }

  private async flush(entries: readonly Entry[]): Promise<void> {
    const groups = byId(entries);
    const firsts = [...groups.values()].flatMap(([first]) => first ?? []);
    try {
      const stored = await this.write(firsts.map(({ order }) => order));
      for (const passage of stored) {
        groups.get(passage.id)?.forEach((entry) => settle(entry, passage));
      }
    } catch (error) {
      await this.recover(entries, error);
    }
  }

  private async write(orders: readonly PassageOrder[]): Promise<Passage[]> {
    const { plan, events } = await writeBatch(this.options, orders, this.options.clock.now());
    this.tell(orders, plan, events);

    return plan.passages;
  }

  /** Repeats are answered from what is stored; of the rest, the one that cannot be written is found by halves. */
  private async recover(entries: readonly Entry[], error: unknown): Promise<void> {
    try {
      const rest = isDuplicate(error) ? await this.settleRepeats(entries) : entries;
      const isLost = isDatabaseGone(error) || (rest.length === entries.length && rest.length <= 1);
      if (isLost) {
        rest.forEach(({ reject }) => reject(error));
      } else if (rest.length < entries.length) {
        await this.flushSome(rest);
      } else {
        const middle = Math.ceil(rest.length / 2);
        await this.flushSome(rest.slice(0, middle));
        await this.flushSome(rest.slice(middle));
      }
    } catch (worse) {
      entries.forEach(({ reject }) => reject(worse));
    }
  }

  private async flushSome(entries: readonly Entry[]): Promise<void> {
    if (entries.length > 0) {
      await this.flush(entries);
    }
  }

  /** @returns those whose id is not stored yet */
  private async settleRepeats(entries: readonly Entry[]): Promise<Entry[]> {
    const keys = entries.map(({ order }) => order.passage);
    const stored = await findRepeats(this.options.database, keys);
    const rest: Entry[] = [];
    for (const entry of entries) {
      const first = stored.get(entry.order.passage.id);
      if (first) {
        settle(entry, first);
      } else {
        rest.push(entry);
      }
    }

    return rest;
  }

  private tell(orders: readonly PassageOrder[], plan: BatchPlan, events: readonly AuditEvent[]): void {
    const { bus, metrics } = this.options;
    for (const { kind, decision } of plan.passages) {
      metrics.passages.inc({ kind, decision });
    }
    const changes = changesOf(events);
    if (changes.length > 0) {
      bus.publish('changes', changes);
    }
    const units = new Map(plan.presences.map(({ pointId, unitId }) => [pointId, unitId]));
    orders.forEach(({ passage }) => units.set(passage.pointId, passage.unitId));
    for (const [unitId, pointIds] of pointsByUnit(plan, units)) {
      bus.publish('flow', { unitId, pointIds: [...pointIds] });
    }
  }
}
