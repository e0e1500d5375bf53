import { Coalesced } from '../base/coalesced';
import type { Services } from '../context';
import { PointsByUnit } from '../flow/pointsByUnit';
import { Point } from '../models/point';
import { sampleFlow } from './flowSampler';
import { judgeWarnings } from './judgeWarnings';
import { judgeEveryPoint } from './sweepWarnings';

/** A point is judged so often at most; what changes meanwhile is judged together. */
const judgeGapMs = 500;

/** How often everything is judged while the bus cannot be relied on. */
const blindMs = 5_000;

const sampleMs = 60_000;

/**
 * Follows what the bus tells of points: warnings are raised and ended soon after each change, and samples are kept.
 * What goes wrong is made up for by the sweep.
 */
export class FlowWatch {
  private changed = new PointsByUnit();

  /** Points whose settings changed; whose they are is still to be found out. */
  private edited = new Set<string>();

  private unsampled = new PointsByUnit();

  private readonly judging = this.coalesced(() => this.judge(), judgeGapMs);

  private readonly sampling = this.coalesced(() => this.sample(), 0);

  private readonly sweeping = this.coalesced(() => judgeEveryPoint(this.services), blindMs);

  private readonly timers: NodeJS.Timeout[] = [];

  private readonly deafen: (() => void)[] = [];

  constructor(private readonly services: Services) {}

  start(): void {
    const { bus } = this.services;
    this.deafen.push(
      bus.subscribe('flow', ({ unitId, pointIds }) => this.hear(unitId, pointIds)),
      bus.subscribe('changes', (changes) =>
        changes.filter(({ table }) => table === Point.tableName).forEach(({ id }) => this.hearOfEdit(id)),
      ),
    );
    bus.onGap(() => this.sweeping.ask());
    this.timers.push(
      setInterval(() => bus.isHealthy() || this.sweeping.ask(), blindMs),
      setInterval(() => this.sampling.ask(), sampleMs),
    );
  }

  /** Hears no more, and does what it was told of already. */
  async stop(): Promise<void> {
    this.timers.forEach(clearInterval);
    this.deafen.forEach((deaf) => deaf());
    const works = [this.judging, this.sampling, this.sweeping];
    await Promise.all(works.map((work) => work.stop()));
    await this.judge();
    await this.sample();
  }

  /** The work with what it throws in the log. */
  private coalesced(work: () => Promise<void>, gapMs: number): Coalesced {
    return new Coalesced(
      () => work().catch((error: unknown) => this.services.logger.error({ job: 'flow watch', err: error })),
      gapMs,
    );
  }

  private hear(unitId: string, pointIds: readonly string[]): void {
    this.changed.add(unitId, pointIds);
    this.unsampled.add(unitId, pointIds);
    this.judging.ask();
  }

  private hearOfEdit(pointId: string): void {
    this.edited.add(pointId);
    this.judging.ask();
  }

  private async judge(): Promise<void> {
    const changed = this.changed;
    const edited = [...this.edited];
    this.changed = new PointsByUnit();
    this.edited = new Set();
    for (const { id, unitId } of edited.length > 0 ? await Point.findAll({ where: { id: edited } }) : []) {
      changed.add(unitId, [id]);
    }
    for (const [unitId, pointIds] of changed.entries()) {
      await judgeWarnings(this.services, unitId, pointIds);
    }
  }

  private async sample(): Promise<void> {
    const unsampled = this.unsampled;
    this.unsampled = new PointsByUnit();
    await sampleFlow(this.services, unsampled);
  }
}
