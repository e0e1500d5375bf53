import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { InvalidInput } from '../../base/errors';
import type { Origin, Services } from '../../context';
import type { Staff } from '../../models/staff';
import type { FeedRule } from '../../risk/feedRules';
import { requireProof } from '../changes/parties';
import type { Format } from './delivered';
import { receiveBatch, type Received } from './receiveBatch';

/** A file that a staff member uploads. */
export interface UploadedFile {
  name: string;
  /** ms */
  asOf: number;
  channel: string;
  submittedBy: string;
  staff: Staff;
  file: Buffer;
  format: Format;
  charset: string;
}

/** Bytes that are read without anybody else having a turn. */
const pieceBytes = 16_384;

function* piecesOf(file: Buffer): Generator<Buffer> {
  for (let start = 0; start < file.length; start += pieceBytes) {
    yield file.subarray(start, start + pieceBytes);
  }
}

/**
 * Takes in a file of a person: read like any other batch, and in force when a second person has approved it. Nothing is
 * stored of a file that nobody may propose.
 * @throws proof_required; as `receiveBatch`
 */
export async function uploadBatch(
  services: Services,
  origin: Origin,
  feed: FeedRule,
  { name, asOf, channel, submittedBy, staff, file, format, charset }: UploadedFile,
): Promise<Received> {
  if (feed.columns.length === 0) {
    throw new InvalidInput({ source: 'feedSource' });
  }
  await requireProof({ actor: origin.actor, now: services.clock.now() }, staff.id);
  const digest = createHash('sha256').update(file).digest('base64url');
  const sender = { channel, submittedBy, unitId: staff.unitId, staffId: staff.id };

  return receiveBatch(
    services,
    origin,
    feed,
    { source: feed.source, name, sequence: null, asOf, digest, origin: 'hand', ...sender },
    { format, charset, chunks: Readable.from(piecesOf(file)) },
  );
}
