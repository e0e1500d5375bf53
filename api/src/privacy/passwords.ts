import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

import { AppError } from '../base/errors';

/** scrypt work factor N (RFC 7914); about a third of a second, as OWASP asks for. */
const standardCost = 2 ** 17;
const blockSize = 8;
const hashBytes = 32;
const atOnce = 2;
/** Who would wait longer than about ten seconds is sent away. */
const inLine = 60;

/** Two at most: each takes 128 MB for a moment. */
class Turns {
  private running = 0;

  private readonly waiting: (() => void)[] = [];

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < atOnce) {
      this.running += 1;

      return;
    }
    if (this.waiting.length >= inLine) {
      throw new AppError('unavailable', { retryAfter: 10 });
    }
    await new Promise<void>((go) => this.waiting.push(go));
  }

  /** The place is handed to the next in line, so that nobody slips in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) {
      next();
    } else {
      this.running -= 1;
    }
  }
}

const turns = new Turns();

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize };
  const normal = password.normalize('NFKC');

  return turns.run(
    () =>
      new Promise((done, fail) => {
        scrypt(normal, salt, hashBytes, options, (error, key) => (error ? fail(error) : done(key)));
      }),
  );
}

/** Hashes a password; the result names its cost, so that it can be raised for new ones. */
export async function hashPassword(password: string, cost = standardCost): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);

  return ['scrypt', cost, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [, cost, salt, hash] = stored.split('$');
  const wanted = Buffer.from(hash ?? '', 'base64url');
  const given = await derive(password, Buffer.from(salt ?? '', 'base64url'), Number(cost));

  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** Takes as long as a real check: an answer's time does not tell whether the account exists. */
export async function verifyNothing(password: string): Promise<false> {
  await derive(password, randomBytes(16), standardCost);

  return false;
}

const letters = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';

function pick(from: string, count: number): string {
  return Array.from({ length: count }, () => from.charAt(randomInt(from.length))).join('');
}

/** A one-time password that can be read out: no l, o, i, 0 or 1. About 56 bits. */
export function newInitialPassword(): string {
  return [pick(letters, 4), pick(digits, 4), pick(letters, 4)].join('-');
}
