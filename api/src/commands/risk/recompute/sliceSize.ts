import type { Dialect } from '../../../storage/database';

/**
 * ms that a slice should take: SQLite holds up everybody meanwhile, MySQL those whose rows it locks, and whoever is
 * written together with them.
 */
const wantedMs: Record<Dialect, number> = { sqlite: 5, mysql: 15 };

/** On MySQL most of a small slice is on the way there and back: on a busy machine it must not become ever smaller. */
const least: Record<Dialect, number> = { sqlite: 10, mysql: 40 };
const most: Record<Dialect, number> = { sqlite: 50, mysql: 100 };

/** How many rows a slice has: as many as fit its time, learnt from the slices before. */
export class SliceSize {
  private size: number;

  constructor(private readonly dialect: Dialect) {
    this.size = least[dialect];
  }

  get rows(): number {
    return this.size;
  }

  /** Tells how long a full slice took. */
  took(ms: number): void {
    const fitting = (this.size * wantedMs[this.dialect]) / Math.max(ms, 0.5);
    const next = Math.min(fitting, this.size * 2);
    this.size = Math.round(Math.min(Math.max(next, least[this.dialect]), most[this.dialect]));
  }
}
