import { call, NoAnswer } from './call.mjs';
import { decideHere } from './decide.mjs';
import { uuid7 } from './uuid7.mjs';
import { Queue } from './queue.mjs';
import { Showings } from './showings.mjs';
import { publicKeyText } from './state.mjs';

const api = '/api/v1';
/** A person at a gate waits so long, and no longer. */
const patienceMs = 2_000;
/** After a try that failed the gate decides by itself for so long: nobody waits two seconds behind everybody. */
const restMs = 10_000;
/** The request itself is wrong: sent again it would be no better. */
const refusesForGood = new Set([400, 413, 422]);
/** What the platform says of a gate that is not to open, whatever is shown to it. */
const shutBy = new Set(['device_disabled', 'point_closed']);

/** A gate at a door: asks the platform, and decides by itself while there is no answer. */
export class Turnstile {
  #restsUntil = 0;

  /** What it has opened for. */
  #showings;

  /** The upload that is on its way. */
  #uploading;

  /** Told what became of each upload: how many passages were answered for, and which of them are not taken. */
  onUploaded = () => undefined;

  /**
   * @param {import('./state.mjs').State} state
   * @param {{ skewSeconds: number }} options
   */
  constructor(state, { skewSeconds }) {
    this.state = state;
    this.device = state.device;
    this.lists = state.lists;
    this.queue = new Queue(state);
    this.skewMs = skewSeconds * 1_000;
    this.privateKey = state.ensureKey();
  }

  /** ms by this machine's own clock. */
  get clock() {
    return Date.now() + this.skewMs;
  }

  /** ms by the server's clock, as far as it was told. */
  now() {
    return this.clock + (this.device.clockOffset ?? 0);
  }

  get isResting() {
    return performance.now() < this.#restsUntil;
  }

  /** Tells the platform that it is there, and learns the time and where it stands. @throws NoAnswer */
  async beat() {
    const body = { firmware: 'simulator 1.0', clock: this.clock, queued: this.queue.length };
    const answer = await this.#ask('POST', '/device/heartbeats', { body });
    if (answer.status === 200) {
      const { active, serverTime, point, takesPasses, feverFrom, temperature, testHours, serverKeys } =
        answer.body;
      this.#keepTime(serverTime);
      this.#keepDevice({ point, takesPasses, feverFrom, temperature, testHours, serverKeys });
      this.#keepShut(active ? null : 'point_closed');
    }

    return answer;
  }

  /** Fetches what verifies codes without network. @throws NoAnswer */
  async fetchLists() {
    const keys = await this.#ask('GET', '/device/keys', { timeoutMs: 10_000 });
    // The whole list each time: joining what is held with what is new is left to machines with less memory.
    const revocations = await this.#ask('GET', '/device/revocations', { timeoutMs: 30_000 });
    if (keys.status === 200 && revocations.status === 200) {
      this.lists = { ...keys.body, revocations: revocations.body };
      this.state.write('lists', this.lists);
    }
  }

  /**
   * Sends what waits, in its order, and forgets what the platform has answered for; one upload at a time.
   * @throws NoAnswer
   */
  upload() {
    this.#uploading ??= this.#sendAll().finally(() => {
      this.#uploading = undefined;
    });

    return this.#uploading;
  }

  async #sendAll() {
    while (this.queue.length > 0) {
      const answered = await this.#sendLate(this.queue.first());
      if (answered.length === 0) {
        break;
      }
      this.queue.drop(answered.map(({ id }) => id));
      this.onUploaded({ count: answered.length, refused: answered.filter(({ taken }) => !taken) });
    }
  }

  /** What is wrong with one must not keep the others waiting for ever. @returns what the platform has answered for */
  async #sendLate(items) {
    const given = { body: { items }, timeoutMs: 15_000 };
    const { status, body } = await this.#ask('POST', '/device/scans/late', given);
    if (status === 200) {
      return body.items;
    }
    if (!refusesForGood.has(status)) {
      return [];
    }
    const [first] = items;

    return items.length > 1
      ? this.#sendLate([first])
      : [{ id: first.id, taken: false, code: body?.error?.code ?? String(status) }];
  }

  /**
   * Whether the gate opens for what was scanned.
   * @param {string} text
   * @param {{ direction?: string, temperature?: number, mask?: boolean }} seen
   */
  async check(text, seen) {
    const scan = { id: uuid7(this.now()), object: text, ...seen };
    try {
      // The platform may not know yet for whom it opened by itself.
      const showings = await this.#opened();
      const isKnown = this.isResting || (await showings.has(scan, this.now()));

      return isKnown ? await this.#decide(scan) : await this.#askFor(scan);
    } catch (error) {
      if (!(error instanceof NoAnswer)) {
        throw error;
      }

      return { ...(await this.#decide(scan)), trouble: error.message };
    }
  }

  /** What waits to be sent keeps nobody waiting: the ids tell the platform who came first. */
  async #askFor(scan) {
    const { status, body } = await this.#ask('POST', '/device/scans', { body: scan });
    if (status === 200) {
      this.#keepShut(null);
      const { decision, colour, why, name, wants } = body;
      const opens = decision === 'allow' && wants.length === 0;
      if (opens) {
        const showings = await this.#opened();
        await showings.use(scan, this.now());
      }

      return {
        by: 'platform',
        opens,
        decision,
        colour,
        why,
        name,
        wants,
      };
    }

    return { by: 'platform', opens: false, decision: 'stop', why: body?.error?.message ?? `HTTP ${status}` };
  }

  async #decide(scan) {
    const { lists, device } = this;
    const showings = await this.#opened();
    const { takesPasses, serverTime, shutBy } = device;
    const held = { lists, takesPasses, serverTime, asks: device, shutBy, showings };
    const verdict = await decideHere(held, scan, this.now());
    if (verdict.isPassage) {
      this.queue.add({ ...scan, decision: verdict.decision });
    }

    return { by: 'itself', ...verdict };
  }

  /** What it has opened for; after a start, of what it let in by itself before, what waits to be sent. */
  #opened() {
    this.#showings ??= this.#showingsInQueue();

    return this.#showings;
  }

  async #showingsInQueue() {
    const showings = new Showings();
    for (const item of this.queue.items) {
      if (item.decision === 'allow') {
        await showings.use(item, this.now());
      }
    }

    return showings;
  }

  /** A clock that is wrong is set by what the server says, which it has signed; then it is asked again. */
  async #ask(method, path, given) {
    const answer = await this.#askOnce(method, path, given);
    const { code, serverTime } = answer.body?.error ?? {};
    if (shutBy.has(code)) {
      this.#keepShut(code);
    }
    if (code !== 'signature_skewed') {
      return answer;
    }
    this.#keepTime(serverTime);

    return this.#askOnce(method, path, given);
  }

  async #askOnce(method, path, given) {
    const { origin, deviceId, serverKeys } = this.device;
    const by = {
      origin,
      keyId: deviceId,
      privateKey: this.privateKey,
      serverKeys,
      now: () => this.now(),
    };
    try {
      const answer = await call(by, method, api + path, { timeoutMs: patienceMs, ...given });
      this.#restsUntil = 0;

      return answer;
    } catch (error) {
      this.#restsUntil = performance.now() + restMs;
      throw error;
    }
  }

  /** The server's time, which it has signed: how far the clock is off, and that it is no earlier from now on. */
  #keepTime(serverTime) {
    this.#keepDevice({ serverTime, clockOffset: serverTime - this.clock });
  }

  /** What the platform said last of the gate holds until it says otherwise, with network or without. */
  #keepShut(code) {
    if (code !== (this.device.shutBy ?? null)) {
      this.#keepDevice({ shutBy: code });
    }
  }

  #keepDevice(change) {
    this.device = { ...this.device, ...change };
    this.state.write('device', this.device);
  }
}

/** Makes a key and hands it in with the code. @throws NoAnswer */
export async function enrolWith(state, { origin, code, serial, skewSeconds }) {
  const privateKey = state.keyFor(code);
  const publicKey = publicKeyText(privateKey);
  const body = { code, publicKey, serial, firmware: 'simulator 1.0' };
  const clock = () => Date.now() + skewSeconds * 1_000;
  const ask = (offset) =>
    call(
      { origin, keyId: publicKey, privateKey, now: () => clock() + offset },
      'POST',
      `${api}/device/enrolments`,
      { body, timeoutMs: 15_000 },
    );
  const first = await ask(0);
  const serverTime = first.body?.error?.serverTime;
  const answer = serverTime === undefined ? first : await ask(serverTime - clock());
  if (answer.status === 200) {
    const clockOffset = answer.body.serverTime - clock();
    state.enrolledWith(code, { ...answer.body, origin, serial, clockOffset });
  }

  return answer;
}
