import type { Model, ModelStatic } from 'sequelize';

import type { Bus, Change } from '../storage/bus';
import { FlowWarning } from '../models/flowWarning';
import { Point } from '../models/point';
import { LiveUnit, type LiveNews, type LiveTools } from './liveUnit';

/** How often the database is read while the bus cannot be relied on. */
const pollMs = 2_000;

/** So many records are looked up by one statement. */
const idsAtOnce = 500;

type OfUnit = Model & { unitId: string };

/** Whose records were changed; those that are there no more are nobody's. */
async function unitsOf(model: ModelStatic<OfUnit>, changes: readonly Change[]): Promise<string[]> {
  const own = changes.filter(({ table }) => table === model.tableName);
  const ids = [...new Set(own.map(({ id }) => id))];
  const units: string[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const part = ids.slice(start, start + idsAtOnce);
    const records = await model.findAll({ attributes: ['unitId'], where: { id: part } });
    units.push(...records.map(({ unitId }) => unitId));
  }

  return units;
}

/** How a unit's flow is while one watches it. */
export interface Watch {
  unit: LiveUnit;
  stop(): void;
}

/** The flows that somebody in this process watches. */
export class LiveFlow {
  private readonly units = new Map<string, LiveUnit>();

  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly bus: Bus,
    private readonly tools: LiveTools,
  ) {
    bus.subscribe('flow', ({ unitId, pointIds }) => this.units.get(unitId)?.touch(pointIds));
    bus.subscribe('changes', (changes) => void this.hear(changes));
    bus.onGap(() => this.touchAll());
    this.timer = setInterval(() => this.lookAround(), pollMs).unref();
  }

  /** @param listener is told of what changes after the call has answered */
  async watch(unitId: string, listener: (news: LiveNews) => void): Promise<Watch> {
    const unit = this.units.get(unitId) ?? new LiveUnit(unitId, this.tools);
    this.units.set(unitId, unit);
    const deaf = unit.listen(listener);
    const stop = () => {
      deaf();
      this.drop(unitId, unit);
    };
    try {
      await unit.loaded();
    } catch (error) {
      stop();
      throw error;
    }

    return { unit, stop };
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.units.values()].map((unit) => unit.stop()));
    this.units.clear();
  }

  private drop(unitId: string, unit: LiveUnit): void {
    if (!unit.isWatched && this.units.get(unitId) === unit) {
      this.units.delete(unitId);
      void unit.stop();
    }
  }

  private touchAll(): void {
    this.units.forEach((unit) => unit.touchAll());
  }

  private lookAround(): void {
    if (!this.bus.isHealthy()) {
      this.touchAll();
    }
    this.units.forEach((unit) => unit.touchOnNewDay());
  }

  /** Points that were opened, renamed or closed, warnings that were raised, seen to or ended. */
  private async hear(changes: readonly Change[]): Promise<void> {
    if (this.units.size === 0) {
      return;
    }
    try {
      const changed = [...(await unitsOf(Point, changes)), ...(await unitsOf(FlowWarning, changes))];
      new Set(changed).forEach((unitId) => this.units.get(unitId)?.touchAll());
    } catch {
      this.touchAll();
    }
  }
}
