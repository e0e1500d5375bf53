import type { AppealSummary } from '@anxing/contract/appeals';

import { fullTimeText } from '../../lib/format';
import { texts } from './texts';

/** When something is to happen next, and who has to do it; or when it was over. */
export function dueText({ state, dueAt, isOverdue, closedAt }: AppealSummary): string | undefined {
  if (closedAt !== null) {
    return texts.closed(fullTimeText(closedAt));
  }
  if (dueAt === null) {
    return undefined;
  }
  const time = fullTimeText(dueAt);
  if (state === 'needsMore') {
    return isOverdue ? texts.addOverdue(time) : texts.addBy(time);
  }

  return isOverdue ? texts.overdue(time) : texts.due(time);
}
