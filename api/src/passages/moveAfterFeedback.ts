import type { StoredPresence } from '../flow/storedPresences';
import { nothing, planMovement, takeBack, type Movement, type Placement } from './movePresence';
import type { Passage } from './passage';

/** Whether the presence is the one that this passage opened, and nothing was done there since. */
function isOpenedBy(presence: StoredPresence, { id, pointId, at }: Passage): boolean {
  return presence.passageId === id && presence.pointId === pointId && presence.changedAt === at;
}

/** Who is sent away after all was never inside: the coming is taken back. */
function unmake(passage: Passage, opened: StoredPresence): Movement {
  const { pointId, at } = passage;
  const own = { inside: false, changedAt: at, leavesAt: at };

  return {
    counted: false,
    own,
    ends: [],
    flow: [...takeBack(opened), { pointId, at, came: -1 }],
  };
}

/**
 * What a changed decision does to presences and counts, once however often it is told: `before` is the passage as it is
 * stored, `after` as it is to be. A stop closes what the check opened; what was held back by a stop, or waited for the
 * feedback, is opened now, as of when the check happened.
 */
export function planFeedback(
  before: Passage,
  after: Passage,
  presences: readonly StoredPresence[],
  { waits, ...placement }: Placement & { waits: boolean },
): Movement {
  const isStop = after.decision === 'stop';
  const wasStop = before.decision === 'stop';
  if (after.direction === 'out' || waits || (isStop && wasStop)) {
    return { ...nothing, counted: before.counted };
  }
  const opened = presences.find((presence) => isOpenedBy(presence, before));
  if (isStop && before.counted && opened) {
    return unmake(after, opened);
  }
  const movement = planMovement(after, presences, placement);

  return isStop ? movement : { ...movement, counted: movement.counted || before.counted };
}
