import { setTimeout as sleep } from 'node:timers/promises';

import { Fault } from '../../../scripts/lib/fault.mjs';
import { Ledger, uuid7 } from './ledger.mjs';
import { post } from './http.mjs';

const phoneCount = 24;
/** ms between two requests of a phone: enough to keep a server busy, and to leave the machine some room. */
const paceMs = 25;
/** How often a phone that has its answer asks once more. */
const repeatShare = 0.05;
/** How long all that was not answered may take once nothing is broken any more. */
const settleMs = 120_000;
/** So many stand at the doors; whoever comes then goes elsewhere. */
const queueLength = 100;
const tokenLifeMs = 240_000;

/** Statuses that say: come back later. */
function asksToComeBack(status) {
  return status === 429 || status >= 500;
}

function errorOf({ body }) {
  try {
    return JSON.parse(body).error;
  } catch {
    return { code: 'not understood' };
  }
}

/** Residents with phones. What is not answered is sent again under its id, as a phone does. */
export class Phones {
  ledger = new Ledger();

  #crew;

  #sign;

  #ports;

  #tokens = new Map();

  #turn = 0;

  #isOver = false;

  #running = [];

  /** @param {{ crew: { sessions: string[], posters: string[] }, sign: (session: string) => string, ports: () => number[] }} given */
  constructor({ crew, sign, ports }) {
    this.#crew = crew;
    this.#sign = sign;
    this.#ports = ports;
  }

  /** Keeps checking in and out until `pause`. */
  start() {
    this.#isOver = false;
    this.#running = Array.from({ length: phoneCount }, () => this.#live());
  }

  /** Nobody makes new check-ins; what is under way is waited for. */
  async pause() {
    this.#isOver = true;
    await Promise.all(this.#running);
    this.#running = [];
  }

  /** Sends again whatever was not answered, until all is. */
  async settle() {
    const until = Date.now() + settleMs;
    const resend = async () => {
      while (!this.ledger.isSettled && Date.now() < until) {
        const entry = this.ledger.takeWaiting(Date.now());
        await (entry ? this.send(entry) : sleep(20));
      }
    };
    await Promise.all(Array.from({ length: phoneCount }, resend));
  }

  /** Somebody who checks in or out somewhere. @param {number} at ms inside the id */
  checkIn(at) {
    const { sessions, posters } = this.#crew;
    this.#turn += 1;
    const poster = posters[Math.floor(Math.random() * posters.length)];
    const direction = Math.random() < 0.7 ? 'in' : 'out';

    return this.ledger.add(this.#turn % sessions.length, { id: uuid7(at), poster, direction });
  }

  /** The same, under another id. */
  again(entry, at) {
    this.ledger.replace(entry);

    return this.ledger.add(entry.person, { ...entry.body, id: uuid7(at) });
  }

  /**
   * Sends one check-in once.
   * @param {(entry: object, error: { code: string, serverTime?: number }) => unknown} onRefusal notes the refusal unless told
   */
  async send(entry, onRefusal = (refused, { code }) => this.ledger.refuse(refused, code)) {
    const answer = await this.#post(entry).catch((error) => error);
    if (answer instanceof Error) {
      this.ledger.postpone(entry, answer.code ?? answer.message);
    } else if (answer.status === 200) {
      this.ledger.acknowledge(entry, answer.body);
    } else if (asksToComeBack(answer.status)) {
      this.ledger.postpone(entry, `${answer.status} ${errorOf(answer).code}`);
    } else {
      await onRefusal(entry, errorOf(answer));
    }
  }

  #post({ person, body }) {
    const ports = this.#ports();
    const port = ports[Math.floor(Math.random() * ports.length)];

    return post(port, '/api/v1/visits', this.#tokenOf(person), body);
  }

  async #live() {
    while (!this.#isOver) {
      const entry = this.ledger.takeWaiting(Date.now()) ?? this.#news();
      if (entry) {
        await this.send(entry);
      }
      await sleep(paceMs * Math.random() * 2);
    }
  }

  /** What somebody asks for now; nobody, while many wait to be let in. */
  #news() {
    if (this.ledger.waiting >= queueLength) {
      return undefined;
    }
    const repeated = Math.random() < repeatShare ? this.ledger.anyAcknowledged() : undefined;

    return repeated ?? this.checkIn(Date.now());
  }

  #tokenOf(person) {
    const kept = this.#tokens.get(person);
    if (kept && Date.now() - kept.at < tokenLifeMs) {
      return kept.token;
    }
    const session = this.#crew.sessions[person];
    if (session === undefined) {
      throw new Fault(`no such person: ${person}`);
    }
    const token = this.#sign(session);
    this.#tokens.set(person, { at: Date.now(), token });

    return token;
  }
}
