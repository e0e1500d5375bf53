import { decideOffline, policyOf } from '@anxing/contract/entry';
import type { FeedbackAnswer, FeedbackRequest } from '@anxing/contract/scans';

import { knownConfig } from '../../lib/config';
import { desk } from '../../lib/staff/desk';
import { amendLate, isWaiting } from '../../lib/staff/lateQueue';
import { isSending, sendLate } from '../../lib/staff/sendLate';
import { staffRequest } from '../../lib/staff/session';
import { tellResult } from './check';
import { currentTurn, type Checked } from './checking';

/** A passage that waits takes along what is told of it. */
function tellWaiting(checked: Checked, { reason, temperature, mask }: FeedbackRequest): Checked {
  const config = knownConfig();
  const categoryId = desk.get()?.point.category;
  if (!config || categoryId === undefined) {
    return checked;
  }
  const { colour, direction } = checked;
  const policy = policyOf(config, categoryId);
  const verdict = decideOffline({ colour, direction, seen: { temperature, mask }, policy }, config);
  amendLate(checked.id, { reason, temperature, mask, decision: verdict.decision });

  return { ...checked, ...verdict };
}

async function tellServer(checked: Checked, body: FeedbackRequest): Promise<Checked> {
  const path = `scans/${encodeURIComponent(checked.id)}/feedback`;
  const { decision, why, wants } = await staffRequest<FeedbackAnswer>('POST', path, body);

  return { ...checked, decision, why, wants };
}

/**
 * Tells why somebody came and what was measured.
 * @returns false when the next person came to the door meanwhile
 * @throws ApiError
 */
export async function giveFeedback(before: Checked, body: FeedbackRequest): Promise<boolean> {
  const turn = currentTurn();
  if (isSending()) {
    await sendLate();
  }
  const after = isWaiting(before.id) ? tellWaiting(before, body) : await tellServer(before, body);

  return tellResult(turn, { state: 'done', checked: { ...after, isTold: true } });
}
