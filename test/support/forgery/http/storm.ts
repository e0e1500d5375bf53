import { newNumber } from '../../../../api/src/codes/number12';
import { beginAttack, type Attack, type DoorWorld } from './doorWorld';
import { httpForgeries, type ForgedRequest } from './forgedRequests';
import { freshCode, genuineCheck, genuineRequest } from './genuineRequests';
import { send, type Heard, type Sent } from './send';

/** How the requests of one kind ended. */
export interface KindTally {
  /** By one of the errors that are for it. */
  refused: number;
  /** 429: nobody looked at it. */
  limited: number;
  /** Somebody was let in: it must be none. */
  accepted: number;
}

export interface HttpTally {
  kinds: Record<string, KindTally>;
  /** Genuine requests that were taken: so many passages there are. */
  genuine: number;
  /** Whatever else happened, in words: it must be empty. */
  faults: string[];
}

const atOnce = 24;
const genuineEvery = 10;
/** Codes that are shown in their minute, and again after it. */
const shownBefore = 40;
/** ms: shown when they were so old, and again when so much more has passed. */
const [oldInTime, over] = [50_000, 20_000];
/** Guesses one after the other of a single guard, and of a single device. */
const guessesOfOne = 50;

/** One storm of requests, and what came of it. */
class Storm {
  readonly tally: HttpTally = { kinds: {}, genuine: 0, faults: [] };

  private readonly attack: Attack;

  constructor(world: DoorWorld) {
    this.attack = beginAttack(world);
  }

  /** Shows codes in their minute, and lets it pass. */
  async showBefore(): Promise<void> {
    for (let draw = 0; draw < shownBefore; draw += 1) {
      const code = freshCode(this.attack, draw, oldInTime);
      await this.mustTake(genuineCheck(this.attack, draw, code, draw % 2 === 0));
      this.attack.shownBefore.push(code);
    }
    await this.attack.pass(over);
  }

  /** So many forgeries, each kind in turn, and genuine requests between them. */
  async blow(count: number): Promise<void> {
    for (let from = 0; from < count; from += atOnce) {
      const draws = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => from + at);
      await Promise.all(draws.map((draw) => this.tryOne(draw)));
    }
  }

  /** A guard and a device guess numbers without end: they are slowed down, and a good code still opens. */
  async guessOn(): Promise<void> {
    const { guards, devices } = this.attack;
    for (const isStaff of [true, false]) {
      // The last ones, whose unit has guessed least so far.
      const last = (isStaff ? guards : devices).length - 1;
      const name = `number: guessed without end, by ${isStaff ? 'staff' : 'a device'}`;
      for (let count = 0; count < guessesOfOne; count += 1) {
        const sent = genuineCheck(this.attack, last, newNumber(), isStaff);
        this.judge({ name, refusals: ['number_refused'] }, await send(this.attack, sent));
      }
      await this.mustTake(genuineCheck(this.attack, last, freshCode(this.attack, last, 0), isStaff));
    }
  }

  private async tryOne(draw: number): Promise<void> {
    const forgery = httpForgeries[draw % httpForgeries.length] as ForgedRequest;
    const turn = Math.floor(draw / httpForgeries.length);
    const made = forgery.make(this.attack, turn);
    if (forgery.after) {
      await this.mustTake(made);
    }
    const sent = forgery.after?.(this.attack, turn, made) ?? made;
    this.judge(forgery, await send(this.attack, sent));
    if (draw % genuineEvery === 0) {
      await this.mustTake(genuineRequest(this.attack, draw / genuineEvery));
    }
  }

  private async mustTake(sent: Sent): Promise<void> {
    const { isTaken, status, code } = await send(this.attack, sent);
    if (isTaken) {
      this.tally.genuine += 1;
    } else {
      this.tally.faults.push(`a genuine request was refused: ${sent.path} ${status} ${code}`);
    }
  }

  private judge({ name, refusals }: Pick<ForgedRequest, 'name' | 'refusals'>, heard: Heard): void {
    const kind = (this.tally.kinds[name] ??= { refused: 0, limited: 0, accepted: 0 });
    if (heard.isTaken) {
      kind.accepted += 1;
    } else if (heard.status === 429) {
      kind.limited += 1;
    } else if (refusals.includes(heard.code)) {
      kind.refused += 1;
    } else {
      this.tally.faults.push(`${name}: ${heard.status} ${heard.code}`);
    }
  }
}

/** Sends so many forged requests to a running API, over all its guards and devices. */
export async function stormDoors(world: DoorWorld, count: number): Promise<HttpTally> {
  const storm = new Storm(world);
  await storm.showBefore();
  await storm.blow(count);
  await storm.guessOn();

  return storm.tally;
}
