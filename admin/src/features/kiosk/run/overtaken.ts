import type { Tone } from '../sound/tones';
import type { Outcome } from './check';
import type { Shown } from './shown';
import type { KioskState, OvertakenLine } from './state';

/** Scans after which somebody who was overtaken has gone one way or the other. */
const scansKept = 2;
const linesKept = 3;
/** Nobody's name is left standing, ms. */
const lineMs = 60_000;

const loudest: readonly Tone[] = ['stop', 'refused', 'ask', 'allow'];

/** What has to be said of somebody although the next one has begun; of who is let in, or only to be measured, nothing. */
function lineOf(outcome: Outcome): Pick<OvertakenLine, 'tone' | 'verdict'> | undefined {
  if ('refusal' in outcome) {
    return { tone: 'refused', verdict: { refusal: outcome.refusal } };
  }
  if (!('person' in outcome)) {
    return undefined;
  }
  const { person } = outcome;
  const isHeld = person.decision === 'stop' || (person.decision === 'ask' && person.wants.length === 0);

  return isHeld ? { tone: person.decision, verdict: { person } } : undefined;
}

/** People who are not to pass, and whose verdict came when the next scan had begun: they stand above the newer one. */
export class OvertakenDesk {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly shown: Shown<KioskState>) {}

  /** @param scan its turn @returns how it sounds, when there is something to say of it */
  add(outcome: Outcome, scan: number): Tone | undefined {
    const line = lineOf(outcome);
    if (!line) {
      return undefined;
    }
    const { overtaken, turn } = this.shown.now;
    const added = { ...line, scan, until: Math.max(scan + 1, turn) + scansKept };
    this.shown.change({ overtaken: [...overtaken, added].slice(-linesKept) });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.shown.change({ overtaken: [] }), lineMs);

    return line.tone;
  }

  /** Those who are to go on standing there when the scan of this turn begins. */
  at(turn: number): readonly OvertakenLine[] {
    const { overtaken } = this.shown.now;
    const kept = overtaken.filter(({ until }) => turn < until);

    return kept.length === overtaken.length ? overtaken : kept;
  }

  /** Somebody has seen them. @returns whether there were any */
  acknowledge(): boolean {
    const isAny = this.shown.now.overtaken.length > 0;
    if (isAny) {
      this.shown.change({ overtaken: [] });
    }

    return isAny;
  }

  /** A green one's tone does not drown that somebody before is to stay. */
  loudestWith(tone: Tone): Tone {
    const tones = [tone, ...this.shown.now.overtaken.map((line) => line.tone)];

    return loudest.find((one) => tones.includes(one)) ?? tone;
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
