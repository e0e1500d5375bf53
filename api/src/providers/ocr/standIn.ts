import { StandInBehaviour, type Behaviour } from '../standInBehaviour';
import type { CardPicture, CardReadings, Ocr } from './ocr';
import { runTesseract } from './tesseract';

/** Two ways to black and white that fail differently. */
const ways = [
  { threshold: 0, layout: 6 },
  { threshold: 2, layout: 11 },
] as const;

/** Pictures that wait for their turn; whoever comes then is asked to come back. */
const mostWaiting = 4;
const readMs = 15_000;

/** tesseract of this machine, for demo and tests: one picture at a time. */
export class TesseractOcr implements Ocr {
  private readonly behaviour: StandInBehaviour;

  private waiting = 0;

  private turn: Promise<unknown> = Promise.resolve();

  constructor(timeoutMs: number) {
    this.behaviour = new StandInBehaviour('ocr', timeoutMs);
  }

  behave(behaviour: Behaviour): void {
    this.behaviour.set('*', behaviour);
  }

  async readCard({ bytes }: CardPicture): Promise<CardReadings> {
    const says = await this.behaviour.towards('readCard');
    if (says === 'later' || this.waiting >= mostWaiting) {
      return { ok: false, reason: 'busy' };
    }
    if (says === 'no') {
      return { ok: true, readings: ['', ''] };
    }
    this.waiting += 1;
    try {
      return { ok: true, readings: await this.inTurn(() => this.readTwice(bytes)) };
    } finally {
      this.waiting -= 1;
    }
  }

  private async readTwice(bytes: Buffer): Promise<[string, string]> {
    const [one, other] = ways;

    return [await runTesseract(bytes, one, readMs), await runTesseract(bytes, other, readMs)];
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.turn.then(work, work);
    this.turn = turn.catch(() => undefined);

    return turn;
  }
}
