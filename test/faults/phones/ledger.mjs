import { randomBytes } from 'node:crypto';

/** ms before a phone sends again what was not answered. */
const patienceMs = 500;

/** Nothing was under way. */
const neverSent = 'ECONNREFUSED';
/** A mistake; what asks to come back later is none. */
const mistake = /^500 /;

/** A UUIDv7 with the given instant inside (RFC 9562 §5.7). */
export function uuid7(at) {
  const hex = Math.floor(at).toString(16).padStart(12, '0') + randomBytes(10).toString('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);

  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `7${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

function count(map, what) {
  map.set(what, (map.get(what) ?? 0) + 1);
}

function words(map) {
  return [...map].map(([what, times]) => `${times} × ${what}`).join(', ');
}

/** What phones have asked for, and what they were told: the books of the outside. */
export class Ledger {
  #entries = [];

  #waiting = new Set();

  #underWay = 0;

  #refusals = new Map();

  #troubles = new Map();

  #interrupted = 0;

  #mistakes = 0;

  #differing = 0;

  #sentAgain = 0;

  #replaced = 0;

  /** Notes a check-in, before it is sent for the first time. */
  add(person, body) {
    const entry = { person, body, isUnderWay: true, answer: undefined, notBefore: 0 };
    this.#entries.push(entry);
    this.#underWay += 1;

    return entry;
  }

  /** One that no answer came for, and that may be sent again now. */
  takeWaiting(now) {
    for (const entry of this.#waiting) {
      if (entry.notBefore <= now) {
        this.#waiting.delete(entry);
        entry.isUnderWay = true;
        this.#underWay += 1;
        this.#sentAgain += 1;

        return entry;
      }
    }

    return undefined;
  }

  /** Any that was acknowledged: its answer got lost on the way, thinks the phone. */
  anyAcknowledged() {
    const entry = this.#entries[Math.floor(Math.random() * this.#entries.length)];

    return entry?.answer === undefined ? undefined : entry;
  }

  acknowledge(entry, answer) {
    this.#land(entry);
    if (entry.answer !== undefined && entry.answer !== answer) {
      this.#differing += 1;
    }
    entry.answer ??= answer;
    this.#waiting.delete(entry);
  }

  /** No answer came, or one that asks to come back. */
  postpone(entry, why) {
    this.#land(entry);
    count(this.#troubles, why);
    this.#interrupted += Number(why !== neverSent);
    this.#mistakes += Number(mistake.test(why));
    if (entry.answer === undefined) {
      entry.notBefore = Date.now() + patienceMs;
      this.#waiting.add(entry);
    }
  }

  refuse(entry, why) {
    this.#land(entry);
    count(this.#refusals, why);
  }

  /** A refusal that the phone makes good by another check-in. */
  replace(entry) {
    this.#land(entry);
    this.#replaced += 1;
  }

  /** How many have no answer and are not under way. */
  get waiting() {
    return this.#waiting.size;
  }

  get isSettled() {
    return this.#waiting.size === 0 && this.#underWay === 0;
  }

  acknowledgedIds() {
    const answered = this.#entries.filter(({ answer }) => answer !== undefined);

    return new Set(answered.map(({ body }) => body.id.replaceAll('-', '')));
  }

  summary() {
    return {
      differing: this.#differing,
      sentAgain: this.#sentAgain,
      interrupted: this.#interrupted,
      mistakes: this.#mistakes,
      waiting: this.#waiting.size + this.#underWay,
      refused: [...this.#refusals.values()].reduce((all, one) => all + one, 0),
      refusals: words(this.#refusals),
      replaced: this.#replaced,
      troubles: words(this.#troubles),
    };
  }

  #land(entry) {
    this.#underWay -= Number(entry.isUnderWay);
    entry.isUnderWay = false;
  }
}
