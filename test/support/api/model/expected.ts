/** Of one point. */
interface Tally {
  came: number;
  went: number;
  expired: number;
}

/** Points 0 and 1 are gates of one place; the others stand alone. */
export const placeOf = [0, 0, 1, 2];

/** The places as everybody understands them, in a few lines: what the database is held against. */
export class Expected {
  readonly tallies: Tally[] = placeOf.map(() => ({ came: 0, went: 0, expired: 0 }));

  readonly ids = new Set<string>();

  /** Until when each person stays at each point, ms. */
  private readonly stays = new Map<string, number>();

  constructor(private readonly stayMs: number) {}

  /** Who is inside where, as `person at point`. */
  get inside(): string[] {
    return [...this.stays.keys()].sort();
  }

  enter(person: number, point: number, at: number): void {
    const key = `${person} at ${point}`;
    if (!this.stays.has(key)) {
      this.add(point, 'came');
      this.end(person, (other) => placeOf[other] !== placeOf[point], 'expired');
    }
    this.stays.set(key, at + this.stayMs);
  }

  /** Also who is stopped at the door. */
  leave(person: number, point: number): void {
    this.end(person, (other) => placeOf[other] === placeOf[point], 'went');
  }

  automaticLeave(now: number): void {
    for (const [key, until] of [...this.stays]) {
      if (until <= now) {
        this.stays.delete(key);
        this.add(Number(key.split(' at ')[1]), 'expired');
      }
    }
  }

  private end(person: number, isLeft: (point: number) => boolean, how: keyof Tally): void {
    for (const key of [...this.stays.keys()]) {
      const [who, where] = key.split(' at ').map(Number);
      if (who === person && where !== undefined && isLeft(where)) {
        this.stays.delete(key);
        this.add(where, how);
      }
    }
  }

  private add(point: number, how: keyof Tally): void {
    const tally = this.tallies[point];
    if (tally) {
      tally[how] += 1;
    }
  }
}
