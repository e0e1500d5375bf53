import type { FlowChange } from '../flow/countFlow';
import { wasThere, type Presence, type Standing } from '../flow/presences';
import type { Passage } from './passage';

/** A presence that a passage at another point ends. */
export interface Ended extends Standing {
  pointId: string;
}

/** What a passage does to the person's presences and to the counts: a plan, nothing is written here. */
export interface Movement {
  counted: boolean;
  /** How the person stands to the passage's own point afterwards; null leaves the row as it is. */
  own: Standing | null;
  /** Presences that end, also at the passage's own point. */
  ends: Ended[];
  flow: FlowChange[];
}

export interface Placement {
  rootId: string;
  /** ms after which somebody inside is taken to have left. */
  stayMs: number;
  /** ms */
  now: number;
}

/** Of a passage that changes nothing. */
export const nothing: Movement = { counted: false, own: null, ends: [], flow: [] };

/** Takes back that somebody was taken to have left, because more is known now. */
export function takeBack({ pointId, inside, leavesAt }: Presence): FlowChange[] {
  return inside ? [] : [{ pointId, at: leavesAt, expired: -1 }];
}

/** Somebody is in one place at a time: what was open elsewhere ends when a new place is entered. */
function endElsewhere(presences: readonly Presence[], { at }: Passage, rootId: string) {
  const open = presences.filter(
    (presence) => presence.rootId !== rootId && presence.changedAt < at && wasThere(presence, at),
  );

  return {
    ends: open.map(({ pointId, changedAt }) => ({ pointId, inside: false, changedAt, leavesAt: at })),
    flow: open.flatMap((presence) => [...takeBack(presence), { pointId: presence.pointId, at, expired: 1 }]),
  };
}

/** When who came at the passage is known to have been gone: the stay time is over, or something was done elsewhere. */
function goneAt(
  { at }: Passage,
  presences: readonly Presence[],
  { rootId, stayMs, now }: Placement,
): number | undefined {
  const stayEnds = at + stayMs;
  const elsewhere = presences.filter((other) => other.rootId !== rootId && other.changedAt > at);
  const end = Math.min(stayEnds, ...elsewhere.map(({ changedAt }) => changedAt));

  return end < stayEnds || end <= now ? end : undefined;
}

function enter(passage: Passage, presences: readonly Presence[], placement: Placement): Movement {
  const { at, pointId } = passage;
  const own = presences.find((presence) => presence.pointId === pointId);
  if (own && own.changedAt > at) {
    return nothing;
  }
  const gone = goneAt(passage, presences, placement);
  const standing = { inside: gone === undefined, changedAt: at, leavesAt: gone ?? at + placement.stayMs };
  const left: FlowChange[] = gone === undefined ? [] : [{ pointId, at: gone, expired: 1 }];
  if (own && wasThere(own, at)) {
    return { ...nothing, own: standing, flow: [...takeBack(own), ...left] };
  }
  const { ends, flow } = endElsewhere(presences, passage, placement.rootId);

  return { counted: true, own: standing, ends, flow: [{ pointId, at, came: 1 }, ...left, ...flow] };
}

/** Who was inside the passage's place, as far as is known: those points are the ones that somebody left. */
function endHere({ at }: Passage, presences: readonly Presence[], rootId: string): Movement {
  const open = presences.filter((presence) => presence.rootId === rootId && wasThere(presence, at));

  return {
    counted: open.length > 0,
    own: null,
    ends: open.map(({ pointId }) => ({ pointId, inside: false, changedAt: at, leavesAt: at })),
    flow: open.flatMap((presence) => [...takeBack(presence), { pointId: presence.pointId, at, went: 1 }]),
  };
}

function leave(passage: Passage, presences: readonly Presence[], { rootId }: Placement): Movement {
  const { at, pointId } = passage;
  const movement = endHere(passage, presences, rootId);
  const own = presences.find((presence) => presence.pointId === pointId);
  const isSettled = movement.ends.some((end) => end.pointId === pointId) || (own && own.changedAt > at);

  return isSettled ? movement : { ...movement, own: { inside: false, changedAt: at, leavesAt: at } };
}

/**
 * Plans a passage's effect. The latest event decides, so that queued check-ins may arrive in any order; leaving by
 * another gate of the same place ends the presence where it was opened. A stop opens nothing, and ends what is open
 * here: who is sent away at the door is not inside. Who was taken to have left and turns out to have left earlier, or to
 * have been there later, is counted as what is known now.
 */
export function planMovement(
  passage: Passage,
  presences: readonly Presence[],
  placement: Placement,
): Movement {
  if (passage.decision === 'stop') {
    return endHere(passage, presences, placement.rootId);
  }

  return passage.direction === 'in'
    ? enter(passage, presences, placement)
    : leave(passage, presences, placement);
}
