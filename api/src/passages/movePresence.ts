import type { FlowChange } from '../flow/countFlow';
import type { Presence } from '../flow/presences';
import type { Passage } from './passage';

/** What a passage does to the person's presences and to the counts: a plan, nothing is written here. */
export interface Movement {
  counted: boolean;
  /** How the person stands to the passage's own point afterwards; null leaves the row as it is. */
  own: { inside: boolean; changedAt: number } | null;
  /** Points whose presence ends. */
  close: string[];
  flow: FlowChange[];
}

export interface Placement {
  rootId: string;
  /** ms after which somebody inside is taken to have left. */
  stayMs: number;
  /** ms */
  now: number;
}

const nothing: Movement = { counted: false, own: null, close: [], flow: [] };

/** Somebody is in one place at a time: what is still open elsewhere ends when a new place is entered. */
function closeElsewhere(presences: readonly Presence[], passage: Passage, rootId: string): Presence[] {
  return presences.filter(
    (presence) => presence.inside && presence.rootId !== rootId && presence.changedAt < passage.at,
  );
}

function enter(
  passage: Passage,
  presences: readonly Presence[],
  { rootId, stayMs, now }: Placement,
): Movement {
  const own = presences.find((presence) => presence.pointId === passage.pointId);
  if (own && own.changedAt > passage.at) {
    return nothing;
  }
  if (own?.inside) {
    return { ...nothing, own: { inside: true, changedAt: passage.at } };
  }
  const leftAt = passage.at + stayMs;
  const hasLeft =
    leftAt <= now ||
    presences.some((other) => other.inside && other.rootId !== rootId && other.changedAt > passage.at);
  const elsewhere = closeElsewhere(presences, passage, rootId);

  return {
    counted: true,
    own: { inside: !hasLeft, changedAt: hasLeft ? Math.min(leftAt, now) : passage.at },
    close: elsewhere.map(({ pointId }) => pointId),
    flow: [
      { pointId: passage.pointId, at: passage.at, came: 1, expired: Number(hasLeft) },
      ...elsewhere.map(({ pointId }) => ({ pointId, at: passage.at, expired: 1 })),
    ],
  };
}

/** Who is inside the passage's place, as far as was known when it happened. */
function openHere(passage: Passage, presences: readonly Presence[], rootId: string): Presence[] {
  return presences.filter(
    (presence) => presence.inside && presence.rootId === rootId && presence.changedAt <= passage.at,
  );
}

/** Ends presences at the points where they were opened: those points are the ones that somebody left. */
function closing(passage: Passage, open: readonly Presence[]): Movement {
  return {
    counted: open.length > 0,
    own: null,
    close: open.map(({ pointId }) => pointId),
    flow: open.map(({ pointId }) => ({ pointId, at: passage.at, went: 1 })),
  };
}

function leave(passage: Passage, presences: readonly Presence[], { rootId }: Placement): Movement {
  const movement = closing(passage, openHere(passage, presences, rootId));
  const own = presences.find((presence) => presence.pointId === passage.pointId);
  const isSettled = movement.close.includes(passage.pointId) || (own && own.changedAt > passage.at);

  return isSettled ? movement : { ...movement, own: { inside: false, changedAt: passage.at } };
}

/**
 * Plans a passage's effect. The latest event decides, so that queued check-ins may arrive in any order; leaving by
 * another gate of the same place ends the presence where it was opened. A stop opens nothing, and ends what is open here:
 * who is sent away at the door is not inside.
 */
export function planMovement(
  passage: Passage,
  presences: readonly Presence[],
  placement: Placement,
): Movement {
  if (passage.decision === 'stop') {
    return closing(passage, openHere(passage, presences, placement.rootId));
  }

  return passage.direction === 'in'
    ? enter(passage, presences, placement)
    : leave(passage, presences, placement);
}
