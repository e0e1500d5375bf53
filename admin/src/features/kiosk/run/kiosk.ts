import { policyOf, type StandPolicy } from '@anxing/contract/entry';
import type { Scanned } from '@anxing/contract/scanned';
import { makeUuid7 } from '@anxing/contract/uuid7';

import { asApiError } from '../../../lib/api/apiError';
import { dayIn } from '../../../lib/zoneTime';
import type { NamedKey } from '../keys/useKeys';
import type { Tone } from '../sound/tones';
import type { PersonVerdict } from '../types';
import { check, tellLine, type Outcome } from './check';
import { Ending } from './ending';
import { choicesFor, freshEntry, pressEntry } from './entry';
import { tellFeedback } from './feedback';
import type { KioskGiven } from './given';
import { KeyDesk } from './keyDesk';
import { LateDesk } from './lateDesk';
import { Link } from './link';
import { OvertakenDesk } from './overtaken';
import { PastDesk } from './pastDesk';
import { Repeats } from './repeats';
import { Shown } from './shown';
import { freshState, type KioskState } from './state';
import { Tally } from './tally';

/** Green is not left standing for the next one to walk past on; ms. */
const greenMs = 10_000;
/** Nor is anybody's name, ms. */
const verdictMs = 60_000;
const mutedKey = 'anxing-kiosk-muted';

/** A door's desk: keys in, a verdict out; one person after the other, for as long as the page is open. */
export class Kiosk {
  readonly shown: Shown<KioskState>;
  private readonly desk = new KeyDesk();
  private readonly policy: StandPolicy;
  private readonly link: Link;
  private readonly late: LateDesk;
  private readonly tally: Tally;
  private readonly repeats = new Repeats();
  private readonly past: PastDesk;
  private readonly ending: Ending;
  private readonly overtaken: OvertakenDesk;

  constructor(private readonly given: KioskGiven) {
    const { api, store, config, stand } = given;
    const isMuted = localStorage.getItem(mutedKey) === 'yes';
    const day = dayIn(config.zone, Date.now() + config.clockOffset);
    this.shown = new Shown(freshState({ clockOffset: config.clockOffset, isMuted }, day));
    const onError = (error: unknown) => this.onError(error);
    this.ending = new Ending(this.shown);
    this.overtaken = new OvertakenDesk(this.shown);
    this.past = new PastDesk(api, this.shown, { onRead: () => this.ending.later(verdictMs), onError });
    this.tally = new Tally({ store, pointId: stand.id, zone: config.zone }, this.shown);
    this.policy = policyOf(config, stand.category);
    this.link = new Link(api, store, {
      onHeld: ({ clockOffset, revocations }) =>
        this.shown.change({ clockOffset, listAsOf: revocations?.asOf ?? null }),
      onLink: (isOnline) => this.onLink(isOnline),
      onError,
    });
    this.late = new LateDesk(given, {
      onWaiting: (waiting) => this.shown.change({ waiting }),
      onUnreachable: () => this.link.lost(),
      onError,
    });
  }

  async start(): Promise<void> {
    await this.tally.start();
    await this.late.count();
    await this.link.start();
  }

  stop(): void {
    this.ending.stop();
    this.overtaken.stop();
    this.link.stop();
    this.late.stop();
  }

  /** ms by the server's clock. */
  now(): number {
    return Date.now() + this.shown.now.clockOffset;
  }

  onCharacter(character: string, at: number): void {
    const { view, entry, isOver } = this.shown.now;
    if (isOver !== undefined) {
      return;
    }
    const press = (key: string) => {
      const pressed =
        view.kind === 'person'
          ? pressEntry(entry, key, choicesFor(view.person, entry, this.given.config))
          : undefined;
      if (pressed) {
        this.past.close();
        this.shown.change({ entry: pressed });
        this.ending.later(verdictMs);
      }

      return pressed !== undefined;
    };
    this.show(this.desk.character(character, at, press));
  }

  /** @returns whether the key meant something here */
  onKey(key: NamedKey, at: number): boolean {
    const { isOver, isMuted } = this.shown.now;
    if (isOver !== undefined) {
      return false;
    }
    switch (key) {
      case 'Enter':
      case 'Tab':
        return this.onEnd(key, at);
      case 'Escape':
        this.clear();

        return true;
      case 'Backspace':
        this.show(this.desk.back(at));

        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        this.shown.change({ direction: key === 'ArrowLeft' ? 'in' : 'out' });

        return true;
      case 'F4':
        localStorage.setItem(mutedKey, isMuted ? 'no' : 'yes');
        this.shown.change({ isMuted: !isMuted });

        return true;
      case 'F8':
        return this.past.more();
      default:
        return false;
    }
  }

  private onEnd(key: 'Enter' | 'Tab', at: number): boolean {
    const line = this.desk.end(at);
    this.show('');
    if (line.kind === 'keys' && key === 'Enter') {
      return this.overtaken.acknowledge() || this.past.close() || this.submit();
    }
    const scanned = line.kind === 'text' ? tellLine(line.text) : undefined;
    if (scanned) {
      void this.scan(scanned);
    }

    return line.kind === 'text';
  }

  private show(typed: string): void {
    if (typed !== this.shown.now.typed) {
      this.shown.change({ typed });
    }
  }

  private clear(): void {
    const { entry, typed, turn } = this.shown.now;
    this.desk.clear();
    const wasBusy = this.overtaken.acknowledge() || this.past.close();
    if (typed !== '' || entry.panel !== 'none') {
      this.shown.change({ typed: '', entry: { ...entry, panel: 'none', fault: undefined } });
    } else if (!wasBusy) {
      this.repeats.forget();
      this.shown.change({ view: { kind: 'wait' }, turn: turn + 1, entry: freshEntry(entry.reason) });
    }
  }

  /** The next person begins, whatever was before. */
  private async scan(scanned: Scanned): Promise<void> {
    const asked = this.now();
    if (this.repeats.isSame(scanned.text, asked)) {
      return;
    }
    const { direction, entry, turn } = this.shown.now;
    const own = turn + 1;
    this.ending.stop();
    this.shown.change({
      view: { kind: 'checking' },
      turn: own,
      entry: freshEntry(entry.reason),
      overtaken: this.overtaken.at(own),
    });
    const made = makeUuid7(asked, crypto.getRandomValues(new Uint8Array(10)));
    const key = direction + scanned.text;
    const id = this.link.isOnline ? made : this.repeats.idOf(key, made);
    const { policy, link } = this;
    const outcome = await check({ ...this.given, link, policy }, { id, scanned, direction, now: asked });
    if ('person' in outcome && outcome.person.offline) {
      this.repeats.idOf(key, id);
      const { decision } = outcome.person;
      await this.late.add(this.given.stand.id, { id, object: scanned.text, direction, decision });
    }
    this.tell(outcome, own);
  }

  private tell(outcome: Outcome, scan: number): void {
    if ('over' in outcome) {
      return this.end(outcome.over);
    }
    if ('offDuty' in outcome) {
      return this.given.onOffDuty(outcome.offDuty);
    }
    if ('person' in outcome) {
      this.tally.passed(outcome.person);
    } else {
      this.tally.refused();
    }
    if (this.shown.now.turn !== scan) {
      this.tellOvertaken(outcome, scan);
    } else if ('person' in outcome) {
      const { person } = outcome;
      this.shown.change({ view: { kind: 'person', person } });
      this.sound(person.decision);
      this.ending.later(person.decision === 'allow' && person.wants.length === 0 ? greenMs : verdictMs);
    } else {
      this.shown.change({ view: { kind: 'refused', refusal: outcome.refusal } });
      this.sound('refused');
      this.ending.later(verdictMs);
    }
  }

  private tellOvertaken(outcome: Outcome, scan: number): void {
    const tone = this.overtaken.add(outcome, scan);
    if (tone) {
      this.sound(tone);
    }
  }

  private submit(): boolean {
    const { view, entry } = this.shown.now;
    if (view.kind !== 'person' || entry.state === 'sending') {
      return false;
    }
    if (entry.state !== 'sent') {
      void this.send(view.person);
    }

    return true;
  }

  private async send(person: PersonVerdict): Promise<void> {
    const { turn, entry } = this.shown.now;
    this.shown.change({ entry: { ...entry, state: 'sending', fault: undefined } });
    const outcome = await tellFeedback({ ...this.given, policy: this.policy }, person, entry);
    const isStillShown = this.shown.now.turn === turn;
    if ('person' in outcome) {
      this.tally.decided(person, outcome.person);
    }
    if (!isStillShown) {
      return;
    }
    if ('person' in outcome) {
      this.shown.change({
        view: { kind: 'person', person: outcome.person },
        entry: { ...entry, panel: 'none', fault: undefined, state: 'sent' },
      });
      this.sound(outcome.person.decision);
      this.ending.later(greenMs);
    } else {
      this.shown.change({ entry: { ...entry, ...outcome, state: 'open' } });
    }
  }

  private sound(tone: Tone): void {
    if (!this.shown.now.isMuted) {
      this.given.play(this.overtaken.loudestWith(tone));
    }
  }

  private end(isOver: string): void {
    this.desk.clear();
    this.shown.change({ isOver, view: { kind: 'wait' }, typed: '' });
    this.sound('stop');
  }

  private onError(error: unknown): void {
    const known = asApiError(error);
    if (known.isSignedOut || known.is('password_change_required') || known.is('forbidden')) {
      this.end(known.message);
    }
  }

  private onLink(isOnline: boolean): void {
    if (isOnline !== this.shown.now.isOnline) {
      this.shown.change({ isOnline });
    }
    if (isOnline) {
      void this.late.send();
    }
  }
}
