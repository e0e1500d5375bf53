import { dayOf } from '../base/days';
import { Coalesced } from '../base/coalesced';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/logger';
import type { FlowWarning } from '../models/flowWarning';
import type { Database } from '../storage/database';
import type { RowCache } from '../storage/rowCache';
import { flowToday, type PointFlow } from './flowToday';
import { LiveRows, type FlowRow } from './liveRows';
import { openWarnings } from './openWarnings';
import type { UnitTree } from './unitTree';

/** What became different since it was told last. */
export interface LiveNews {
  changed: ReadonlySet<string>;
  gone: ReadonlySet<string>;
  hasOtherWarnings: boolean;
}

export interface LiveTools {
  database: Database;
  clock: Clock;
  logger: Logger;
  zone: string;
  trees: RowCache<UnitTree>;
}

/** A stream gets one message in this time at most, and the counts are not read more often. */
export const newsGapMs = 500;

const afterFailureMs = 5_000;

const everything = 'everything';

/**
 * The flow of one unit while somebody watches it: read once for every change, however many watch. Reads that fail are
 * tried again.
 */
export class LiveUnit {
  private readonly told = new LiveRows();

  private warningsNow: readonly FlowWarning[] = [];

  private dirty = new Set<string>();

  private day = '';

  private first: Promise<void> | undefined;

  private isLoaded = false;

  private readonly listeners = new Set<(news: LiveNews) => void>();

  private readonly refreshing = new Coalesced(() => this.refresh(), newsGapMs);

  constructor(
    private readonly unitId: string,
    private readonly tools: LiveTools,
  ) {}

  get rows(): ReadonlyMap<string, FlowRow> {
    return this.told.all;
  }

  get warnings(): readonly FlowWarning[] {
    return this.warningsNow;
  }

  get isWatched(): boolean {
    return this.listeners.size > 0;
  }

  /** Reads everything once, for all who begin to watch. */
  loaded(): Promise<void> {
    this.first ??= this.load().catch((error: unknown) => {
      this.first = undefined;
      throw error;
    });

    return this.first;
  }

  listen(listener: (news: LiveNews) => void): () => void {
    this.listeners.add(listener);

    return () => {
      this.listeners.delete(listener);
    };
  }

  /** Points whose numbers are not right any more. */
  touch(pointIds: Iterable<string>): void {
    for (const id of pointIds) {
      this.dirty.add(id);
    }
    if (this.isLoaded && this.dirty.size > 0) {
      this.refreshing.ask();
    }
  }

  /** Nothing is certain any more. */
  touchAll(): void {
    this.touch([everything]);
  }

  /** At midnight all begin anew. */
  touchOnNewDay(): void {
    if (this.today() !== this.day) {
      this.touchAll();
    }
  }

  stop(): Promise<void> {
    return this.refreshing.stop();
  }

  private today(): string {
    return dayOf(this.tools.clock.now(), this.tools.zone);
  }

  private async load(): Promise<void> {
    await this.read(new Set([everything]));
    this.isLoaded = true;
    // What was told meanwhile may have come too late for this reading.
    this.touch([]);
  }

  private async refresh(): Promise<void> {
    const dirty = this.dirty;
    this.dirty = new Set();
    try {
      const news = await this.read(dirty);
      if (news.changed.size > 0 || news.gone.size > 0 || news.hasOtherWarnings) {
        this.listeners.forEach((listener) => listener(news));
      }
    } catch (error) {
      this.tools.logger.warn({ err: error }, 'the live flow could not be read');
      setTimeout(() => this.touch(dirty), afterFailureMs).unref();
    }
  }

  private async read(dirty: ReadonlySet<string>): Promise<LiveNews> {
    const { trees, database, zone, clock } = this.tools;
    const day = this.today();
    const tree = await trees.get(this.unitId);
    const wanted = tree ? this.wantedOf(tree, dirty) : [];
    const [flows, warnings] = await Promise.all([
      tree ? flowToday(database, tree, wanted, zone, clock.now()) : new Map<string, PointFlow>(),
      dirty.has(everything) ? openWarnings(this.unitId) : this.warningsNow,
    ]);
    this.day = day;

    return {
      changed: this.told.take(tree, flows),
      gone: this.told.dropClosed(tree),
      hasOtherWarnings: this.takeWarnings(warnings),
    };
  }

  private wantedOf(tree: UnitTree, dirty: ReadonlySet<string>): string[] {
    const open = tree.open;
    const touched = tree.withThoseAbove(dirty);

    return dirty.has(everything) ? open : open.filter((id) => touched.has(id) || !this.told.all.has(id));
  }

  private takeWarnings(warnings: readonly FlowWarning[]): boolean {
    const mark = (all: readonly FlowWarning[]) =>
      JSON.stringify(all.map(({ id, acknowledgedAt }) => [id, acknowledgedAt]));
    const isOther = mark(warnings) !== mark(this.warningsNow);
    this.warningsNow = warnings;

    return isOther;
  }
}
