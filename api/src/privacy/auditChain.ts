import { createHash, createHmac, randomBytes } from 'node:crypto';

import type { Database } from '../storage/database';
import type { Link, Row } from '../storage/link';
import type { AuditEvent, Scene } from '../storage/scene';
import type { SlotLease } from '../storage/slotLease';

const start = createHash('sha256').update('anxing audit chain').digest('base64url');
const pageSize = 1_000;

interface ChainLink {
  slot: number;
  seq: number;
  at: number;
  actor: string;
  action: string;
  target: string;
  payload: string | null;
  salt: string;
  payloadHash: string;
  previous: string;
  hash: string;
}

/** What is to be written down together: who, from where, when, what. */
export type AuditEntry = Pick<Scene, 'actor' | 'ip' | 'now' | 'events'>;

/** A chain's day, for the published digest. */
export interface ChainDay {
  slot: number;
  events: number;
  lastSeq: number;
  lastHash: string;
}

export interface ChainReport {
  slot: number;
  events: number;
  head: string;
  /** The first sequence number that does not fit, or null when the chain is whole. */
  brokenAt: number | null;
  why: string | null;
}

/**
 * One hash chain per process slot. An event holds the hash before it and a salted hash of its payload, so that a
 * payload can be erased and the chain still verifies. Both hashes are keyed: who can write the database, but has not
 * the secret, cannot compute a chain anew. Events are appended at the end of the transaction they belong to.
 */
export class AuditChain {
  private readonly linkKey: Buffer;

  constructor(
    private readonly database: Database,
    private readonly lease: SlotLease,
    private readonly secret: Buffer,
  ) {
    this.linkKey = createHmac('sha256', secret).update('link').digest();
  }

  /** Appends events; the last step of their transaction, since it locks the head. */
  async append(entry: AuditEntry, tx: Link): Promise<void> {
    if (entry.events.length === 0) {
      return;
    }
    await this.lease.confirm(tx);
    let { seq, hash } = await this.lockHead(tx);
    const rows: unknown[][] = [];
    for (const event of entry.events) {
      const link = this.link(entry, event, seq + 1, hash);
      rows.push([...Object.values(link)]);
      ({ seq, hash } = link);
    }
    await tx.insert(
      'audit_events (slot, seq, at, actor, action, target, payload, salt, payload_hash, previous, hash)',
      rows,
    );
    await tx.execute('UPDATE audit_heads SET seq = ?, hash = ? WHERE slot = ?', [seq, hash, this.lease.slot]);
  }

  /** Walks every chain from its start and compares it with its head. */
  async verify(): Promise<ChainReport[]> {
    const heads = await this.database.select('SELECT slot, seq, hash FROM audit_heads ORDER BY slot');

    return Promise.all(
      heads.map((head) => this.verifySlot(Number(head.slot), Number(head.seq), String(head.hash))),
    );
  }

  /** What each chain gained between two instants (ms), and where it stood at the end. */
  async chainsBetween(from: number, until: number): Promise<ChainDay[]> {
    const days = await this.database.select(
      'SELECT slot, COUNT(*) AS events, MAX(seq) AS last FROM audit_events WHERE at >= ? AND at < ? GROUP BY slot ORDER BY slot',
      [from, until],
    );

    return Promise.all(
      days.map(async ({ slot, events, last }) => {
        const [row] = await this.database.select('SELECT hash FROM audit_events WHERE slot = ? AND seq = ?', [
          slot,
          last,
        ]);

        return {
          slot: Number(slot),
          events: Number(events),
          lastSeq: Number(last),
          lastHash: String(row?.hash),
        };
      }),
    );
  }

  private async verifySlot(slot: number, lastSeq: number, head: string): Promise<ChainReport> {
    let previous = start;
    let seq = 0;
    for (;;) {
      const page = await this.database.select(
        'SELECT * FROM audit_events WHERE slot = ? AND seq > ? ORDER BY seq LIMIT ?',
        [slot, seq, pageSize],
      );
      for (const row of page) {
        const link = readLink(row);
        const why = this.fault(link, seq + 1, previous);
        if (why) {
          return { slot, events: seq, head, brokenAt: seq + 1, why };
        }
        previous = link.hash;
        seq = link.seq;
      }
      if (page.length < pageSize) {
        break;
      }
    }
    const whole = seq === lastSeq && previous === head;

    return {
      slot,
      events: seq,
      head,
      brokenAt: whole ? null : seq + 1,
      why: whole ? null : 'the end is missing',
    };
  }

  private fault(link: ChainLink, expected: number, previous: string): string | null {
    if (link.seq !== expected) {
      return 'an event is missing';
    }
    if (link.previous !== previous || link.hash !== this.hashOf(link)) {
      return 'an event was changed';
    }

    return link.payload !== null && this.payloadHash(link.salt, link.payload) !== link.payloadHash
      ? 'a payload was changed'
      : null;
  }

  private link(scene: AuditEntry, event: AuditEvent, seq: number, previous: string): ChainLink {
    const salt = randomBytes(16).toString('base64url');
    const payload = JSON.stringify({ ip: scene.ip, ...event.details });
    const head = {
      slot: this.lease.slot,
      seq,
      at: scene.now,
      actor: `${scene.actor.kind}:${scene.actor.id}`,
      action: event.action,
      target: event.target,
    };
    const payloadHash = this.payloadHash(salt, payload);
    const hash = this.hashOf({ ...head, payloadHash, previous });

    return { ...head, payload, salt, payloadHash, previous, hash };
  }

  private hashOf(link: Omit<ChainLink, 'hash' | 'payload' | 'salt'>): string {
    const { slot, seq, at, actor, action, target, payloadHash, previous } = link;

    return createHmac('sha256', this.linkKey)
      .update(JSON.stringify([slot, seq, at, actor, action, target, payloadHash, previous]))
      .digest('base64url');
  }

  private payloadHash(salt: string, payload: string): string {
    return createHmac('sha256', this.secret).update(`${salt}\0${payload}`).digest('base64url');
  }

  private async lockHead(tx: Link): Promise<{ seq: number; hash: string }> {
    const head = (await this.readHead(tx)) ?? (await this.beginChain(tx));

    return { seq: Number(head?.seq), hash: String(head?.hash) };
  }

  private async readHead(tx: Link): Promise<Row | undefined> {
    const [head] = await tx.select(
      `SELECT seq, hash FROM audit_heads WHERE slot = ?${this.database.forUpdate}`,
      [this.lease.slot],
    );

    return head;
  }

  /** Two may begin it at once: one row is there afterwards. */
  private async beginChain(tx: Link): Promise<Row | undefined> {
    await tx.insert(
      'audit_heads (slot, seq, hash)',
      [[this.lease.slot, 0, start]],
      this.database.onDuplicate(['slot'], 'slot = new.slot'),
    );

    return this.readHead(tx);
  }
}

function readLink(row: Row): ChainLink {
  return {
    slot: Number(row.slot),
    seq: Number(row.seq),
    at: Number(row.at),
    actor: String(row.actor),
    action: String(row.action),
    target: String(row.target),
    payload: row.payload === null ? null : String(row.payload),
    salt: String(row.salt),
    payloadHash: String(row.payload_hash),
    previous: String(row.previous),
    hash: String(row.hash),
  };
}
