import { fieldError } from '@anxing/contract/fieldErrors';
import type { FeedBatch as ShownBatch, RowFault } from '@anxing/contract/feeds';

import type { Services } from '../context';
import type { FeedBatch } from '../models/feedBatch';
import type { Row } from '../storage/database';
import { optionalNumber } from './optionalNumber';

/**
 * A batch as it is told to who delivers it: counts and places, nothing of a person. How many people another colour came
 * to is kept back: of a batch with one row it would tell whether that person is registered.
 */
export function presentBatch({ feedRules }: Services, batch: FeedBatch): ShownBatch {
  const feed = feedRules.find(({ source }) => source === batch.source);

  return {
    id: batch.id,
    source: batch.source,
    sourceName: feed?.name ?? batch.source,
    channel: batch.channel,
    batchId: batch.name,
    sequence: batch.sequence,
    delivery: batch.mode,
    origin: batch.origin,
    state: batch.state,
    rows: batch.rowCount,
    added: batch.added,
    withdrawn: batch.withdrawn,
    unchanged: batch.unchanged,
    ignored: batch.ignored,
    wrong: batch.wrong,
    closed: batch.closed,
    closedNothing: Boolean(batch.closedNothing),
    changedPeople: null,
    asOf: Number(batch.asOf),
    receivedAt: Number(batch.receivedAt),
    inForceAt: optionalNumber(batch.inForceAt),
    submittedBy: batch.submittedBy,
    fault: batch.fault ?? null,
    changeId: batch.changeId ?? null,
  };
}

/** A batch as the operator reads it, who delivers none of them. */
export function presentBatchWithPeople(services: Services, batch: FeedBatch): ShownBatch {
  return { ...presentBatch(services, batch), changedPeople: optionalNumber(batch.changedPeople) };
}

/** A wrong row: where, and what is wrong with it. */
export function presentRowFault(row: Row): RowFault {
  const column = String(row.column_name);
  const { message, messageEn } = fieldError(column, String(row.fault));

  return { line: Number(row.line), column, message, messageEn };
}
