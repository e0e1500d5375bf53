import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { AppError } from '../base/errors';
import type { Database } from './database';
import { awaitSlot, type Say } from './awaitSlot';
import { free, isGone, renew, renewSql, type Claimant, type Lease, type LeaseMode } from './leases';
import { LeaseTime, now } from './leaseTime';
import type { Link } from './link';
import { ownersHere, thisProcess, type ProcessName } from './thisProcess';

/** How long a database that does not answer is waited for at the end, ms. */
const goodbyeMs = 1_000;

export interface LeaseOptions {
  database: Database;
  /** How long a lease is good for without being renewed, ms. */
  lengthMs?: number;
  /** Between two renewals, ms. */
  everyMs?: number;
  process?: ProcessName;
}

interface Events {
  /** Somebody else has the slot: this process must end. */
  lost: [];
  /** It was in doubt for a while whether it is still held; it is. */
  regained: [];
  /** Who else held one when the database was asked, on this process's steady clock. */
  renewed: [others: readonly Lease[], askedAt: number];
}

/** The slot of this process among the writers of one database, and its word that it is alive. */
export class SlotLease {
  readonly owner = randomUUID();

  readonly events = new EventEmitter<Events>();

  private readonly database: Database;

  private readonly everyMs: number;

  private readonly time: LeaseTime;

  private claimant: Claimant;

  private taken: number | undefined;

  private hasEnded = false;

  private timer: NodeJS.Timeout | undefined;

  private renewing: Promise<void> | undefined;

  constructor({ database, lengthMs = 10_000, everyMs = 2_000, process = thisProcess() }: LeaseOptions) {
    this.database = database;
    this.everyMs = everyMs;
    this.time = new LeaseTime(lengthMs);
    this.claimant = { owner: this.owner, mode: 'adding', process, lengthMs };
  }

  get slot(): number {
    if (this.taken === undefined) {
      throw new Error('this process has not taken a slot');
    }

    return this.taken;
  }

  /** Whether nobody else can have the slot. Asked anew each time: a process that was paused learns it at once. */
  isHeld(): boolean {
    return !this.hasEnded && this.time.isRunning();
  }

  /**
   * Takes a slot; waits for as long as somebody who has died may stand in the way.
   * @throws StartRefused when somebody whom the mode excludes is alive
   */
  async take(mode: LeaseMode, say?: Say): Promise<void> {
    this.claimant = { ...this.claimant, mode };
    const { slot, askedAt } = await awaitSlot(this.database, this.claimant, say);
    this.taken = slot;
    ownersHere.add(this.owner);
    this.time.extend(askedAt);
    this.renewLater();
  }

  /**
   * Makes sure within a transaction that it ends while the slot is ours. When that is in doubt, nobody can take it over
   * before the transaction has ended.
   * @throws unavailable when somebody else has the slot
   */
  async confirm(tx: Link): Promise<void> {
    if (this.isHeld()) {
      return;
    }
    await tx.execute(renewSql(this.database), [this.claimant.lengthMs, this.slot, this.owner]);
    const [row] = await tx.select('SELECT owner FROM leases WHERE slot = ?', [this.slot]);
    if (row?.owner !== this.owner) {
      this.lose();
      throw new AppError('unavailable');
    }
  }

  /** Who else is alive now. */
  async others(): Promise<Lease[]> {
    return this.clear(await renew(this.database, this.slot, this.claimant));
  }

  /** Gives the slot back; when the database cannot be told, it is free after its time. */
  async release(): Promise<void> {
    const wasOurs = this.taken !== undefined && !this.hasEnded;
    this.hasEnded = true;
    clearTimeout(this.timer);
    await Promise.race([this.renewing, sleep(goodbyeMs, undefined, { ref: false })]);
    ownersHere.delete(this.owner);
    if (wasOurs) {
      const told = free(this.database, { slot: this.slot, owner: this.owner, isOver: false });
      await Promise.race([told.catch(() => undefined), sleep(goodbyeMs, undefined, { ref: false })]);
    }
  }

  private lose(): void {
    if (!this.hasEnded) {
      this.hasEnded = true;
      this.events.emit('lost');
    }
  }

  private renewLater(): void {
    const wait = this.isHeld() ? this.everyMs : this.everyMs / 4;
    this.timer = setTimeout(() => {
      this.renewing = this.renew().finally(() => !this.hasEnded && this.renewLater());
    }, wait).unref();
  }

  private async renew(): Promise<void> {
    const askedAt = now();
    try {
      const leases = await renew(this.database, this.slot, this.claimant);
      if (!leases.some(({ owner }) => owner === this.owner)) {
        this.lose();
      } else if (!this.hasEnded) {
        this.extend(askedAt);
        this.events.emit('renewed', await this.clear(leases), askedAt.steady);
      }
    } catch {
      // The database is away; whether the lease is still held, time tells.
    }
  }

  private extend(askedAt: { steady: number; wall: number }): void {
    if (!this.isHeld()) {
      this.events.emit('regained');
    }
    this.time.extend(askedAt);
  }

  /** Frees what others have left. @returns who else is alive */
  private async clear(leases: readonly Lease[]): Promise<Lease[]> {
    const others = leases.filter(({ owner }) => owner !== this.owner);
    const gone = others.filter((lease) => isGone(lease, this.claimant));
    await Promise.all(gone.map((lease) => free(this.database, lease)));

    return others.filter((lease) => !gone.includes(lease));
  }
}
