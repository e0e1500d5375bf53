import { createHash } from 'node:crypto';

import { idToBytes } from '../base/ids';
import type { AuditEvent } from '../storage/scene';
import { passageValues, type Passage } from './passage';
import type { PassageOrder } from './order';

function joined(ids: readonly string[]): string {
  return Buffer.concat(ids.map(idToBytes)).toString('base64url');
}

/** SHA-256 over the rows as they are stored: a row that is changed later does not fit any more. */
export function digestOf(passages: readonly Passage[]): string {
  const hash = createHash('sha256');
  for (const passage of passages) {
    const values = passageValues(passage);
    hash.update(
      JSON.stringify(values.map((value) => (Buffer.isBuffer(value) ? value.toString('hex') : value))),
    );
  }

  return hash.digest('base64url');
}

/** One event for a batch: which passages (ids of 16 bytes, joined), who asked for each, and a digest over the rows. */
export function batchEvent(orders: readonly PassageOrder[], passages: readonly Passage[]): AuditEvent {
  return {
    action: 'passages.batch',
    target: passages[0]?.id ?? '',
    details: {
      count: passages.length,
      ids: joined(passages.map(({ id }) => id)),
      actors: joined(orders.map(({ actor }) => actor.id)),
      looks: orders.filter(({ look }) => look !== null).length,
      digest: digestOf(passages),
    },
  };
}
