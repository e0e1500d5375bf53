import type { Logger } from '../base/logger';
import type { Database } from './database';

/** What a device tells of itself. */
export interface DeviceBeat {
  /** ms */
  at: number;
  firmware: string;
  /** ms by which its clock is ahead. */
  clockOffset: number;
  queued: number;
}

interface Refused {
  deviceId: string;
  cause: string;
  count: number;
  lastAt: number;
}

const flushAfterMs = 2_000;
/** A device that sends all day is noted as seen once in so long. */
const seenEveryMs = 30_000;
/** Of devices and causes that wait to be written; whoever floods one device is one row. */
const mostRefused = 5_000;

/**
 * When devices were last seen and how often they were refused, gathered for some seconds and written in one go: whoever
 * sends many wrong requests does not make as many writes.
 */
export class DeviceNotes {
  private readonly seenAt = new Map<string, number>();

  private unseen = new Map<string, number>();

  private refused = new Map<string, Refused>();

  private timer: NodeJS.Timeout | undefined;

  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
  ) {}

  /** @param at ms */
  noteSeen(deviceId: string, at: number): void {
    if (at - (this.seenAt.get(deviceId) ?? 0) >= seenEveryMs) {
      this.seenAt.set(deviceId, at);
      this.unseen.set(deviceId, at);
      this.flushSoon();
    }
  }

  /** @param at ms */
  noteRefused(deviceId: string, cause: string, at: number): void {
    const key = `${deviceId} ${cause}`;
    const known = this.refused.get(key);
    if (!known && this.refused.size >= mostRefused) {
      return;
    }
    this.refused.set(key, { deviceId, cause, count: (known?.count ?? 0) + 1, lastAt: at });
    this.flushSoon();
  }

  /** What a heartbeat brings is written before it is answered. */
  async noteBeat(deviceId: string, { at, firmware, clockOffset, queued }: DeviceBeat): Promise<void> {
    const tail = this.database.onDuplicate(
      ['device_id'],
      'last_seen_at = new.last_seen_at, firmware = new.firmware, ' +
        'clock_offset = new.clock_offset, queued = new.queued',
    );
    await this.database.batch((link) =>
      link.insert(
        'device_states (device_id, last_seen_at, firmware, clock_offset, queued)',
        [[deviceId, at, firmware, clockOffset, queued]],
        tail,
      ),
    );
    this.seenAt.set(deviceId, at);
  }

  /** Writes what was gathered; what cannot be written now is kept. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());

    return this.writing;
  }

  close(): Promise<void> {
    return this.flush();
  }

  private flushSoon(): void {
    this.timer ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
  }

  private async write(): Promise<void> {
    const { unseen, refused } = this;
    if (unseen.size + refused.size === 0) {
      return;
    }
    this.unseen = new Map();
    this.refused = new Map();
    try {
      await this.store([...unseen], [...refused.values()]);
    } catch (error) {
      this.logger.warn({ err: error }, 'notes of devices wait to be written');
      this.keep(unseen, refused);
    }
  }

  private async store(unseen: [string, number][], refused: Refused[]): Promise<void> {
    const { database } = this;
    const seen = database.onDuplicate(['device_id'], 'last_seen_at = new.last_seen_at');
    const counted = database.onDuplicate(
      ['device_id', 'cause'],
      'refused = device_refusals.refused + new.refused, last_at = new.last_at',
    );
    // In the order of their keys, so that two processes never wait for each other.
    const rows = refused
      .map(({ deviceId, cause, count, lastAt }) => [deviceId, cause, count, lastAt])
      .sort((one, other) => (`${one[0]} ${one[1]}` < `${other[0]} ${other[1]}` ? -1 : 1));
    await database.batch(async (link) => {
      await link.insert('device_states (device_id, last_seen_at)', unseen.sort(), seen);
      await link.insert('device_refusals (device_id, cause, refused, last_at)', rows, counted);
    });
  }

  private keep(unseen: Map<string, number>, refused: Map<string, Refused>): void {
    unseen.forEach((at, id) => this.unseen.set(id, Math.max(at, this.unseen.get(id) ?? 0)));
    refused.forEach((one, key) => {
      const newer = this.refused.get(key);
      this.refused.set(key, {
        ...one,
        count: one.count + (newer?.count ?? 0),
        lastAt: newer?.lastAt ?? one.lastAt,
      });
    });
  }
}
