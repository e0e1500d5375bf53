import { decisionNames } from '@anxing/contract/passages';
import type { RecentScanPage } from '@anxing/contract/scans';
import type { Direction } from '@anxing/contract/visits';

import { freshCounts, type Counts } from '../offline/dayCounts';
import type { WaitingCounts } from '../offline/lateQueue';
import type { Tone } from '../sound/tones';
import type { Passed, PersonVerdict, Refusal } from '../types';
import { freshEntry, type Entry } from './entry';

/** The person's earlier checks, a page at a time; it goes with the view that it is part of. */
export type Past =
  | { state: 'loading' }
  | { state: 'shown'; page: RecentScanPage }
  /** `from`: the page that is to be tried again. */
  | { state: 'failed'; why: string; from: string | null };

/** What the verdict's place shows. */
export type View =
  | { kind: 'wait' }
  | { kind: 'checking' }
  | { kind: 'person'; person: PersonVerdict; past?: Past }
  | { kind: 'refused'; refusal: Refusal };

/** Somebody who is not to pass, and whose verdict came when the next scan had begun. */
export interface OvertakenLine {
  /** The turn of the scan. */
  scan: number;
  /** The turn with which it goes unless somebody has said that he has seen it. */
  until: number;
  tone: Tone;
  verdict: { person: PersonVerdict } | { refusal: Refusal };
}

export interface Waiting extends WaitingCounts {
  /** How many the server did not take, for good, since the page was opened, by why. */
  refused: readonly { why: string; count: number }[];
  /** Why they are not sent although there is a network. */
  fault: string | undefined;
}

export const noneWaiting: Waiting = { count: 0, others: 0, refused: [], fault: undefined };

export interface KioskState {
  view: View;
  /** Above the view, oldest first. */
  overtaken: readonly OvertakenLine[];
  /** Told once more when the same comes twice. */
  turn: number;
  entry: Entry;
  /** Digits on their way to Enter. */
  typed: string;
  direction: Direction;
  isMuted: boolean;
  isOnline: boolean;
  /** Why nothing is checked any more: nobody is signed in, or may not. */
  isOver: string | undefined;
  /** ms by the server's clock; null: there is no list of what was revoked. */
  listAsOf: number | null;
  /** ms that this computer's clock is behind the server's. */
  clockOffset: number;
  waiting: Waiting;
  /** Of today, at this point and computer. */
  counts: Counts;
  /** The last ones, newest first. */
  passed: readonly Passed[];
}

const passedKept = 10;

export function freshState(given: Pick<KioskState, 'clockOffset' | 'isMuted'>, day: string): KioskState {
  return {
    ...given,
    view: { kind: 'wait' },
    overtaken: [],
    turn: 0,
    entry: freshEntry(),
    typed: '',
    direction: 'in',
    isOnline: true,
    isOver: undefined,
    listAsOf: null,
    waiting: noneWaiting,
    counts: freshCounts(day),
    passed: [],
  };
}

function isStop({ decision }: { decision: string }): boolean {
  return decision === 'stop';
}

/** Somebody more in the counts and the list. */
export function withPassed({ counts, passed }: KioskState, person: PersonVerdict) {
  const { id, at, name, colour, decision, direction, offline } = person;
  if (passed.some((line) => line.id === id)) {
    return { counts, passed };
  }
  const line: Passed = { id, at, name, colour, decision, direction, isOffline: offline !== null };

  return {
    passed: [line, ...passed].slice(0, passedKept),
    counts: {
      ...counts,
      checked: counts.checked + 1,
      stopped: counts.stopped + Number(isStop(person)),
      offline: counts.offline + Number(offline !== null),
    },
  };
}

/** The same person, decided otherwise after feedback. */
export function withDecision({ counts, passed }: KioskState, before: PersonVerdict, after: PersonVerdict) {
  const { id, decision } = after;

  return {
    passed: passed.map((line) => (line.id === id ? { ...line, decision } : line)),
    counts: { ...counts, stopped: counts.stopped - Number(isStop(before)) + Number(isStop(after)) },
  };
}

/** What is read out. */
export function spoken({ view }: KioskState, colourLabel: (colour: string) => string): string {
  if (view.kind === 'refused') {
    return `${view.refusal.headline}。${view.refusal.sentence}`;
  }
  if (view.kind !== 'person') {
    return '';
  }
  const { decision, colour, why, name, offline } = view.person;
  const parts = [decisionNames[decision], colourLabel(colour), name, why, offline && '离线核验'];

  return parts.filter(Boolean).join('。');
}
