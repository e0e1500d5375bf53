import { sha256 } from '@noble/hashes/sha2.js';

import type { OutagePass } from '@anxing/contract/door';
import { passSteps, showPass, stepAt, stepEnd } from '@anxing/contract/offline/passChain';

import { now } from './clock';
import { request } from './request';
import { readStored, removeStored, writeStored } from './storage';

interface KeptPass extends OutagePass {
  /** ms to add to the phone's clock, as it was when the pass came. */
  offset: number;
}

/** ms after which a pass is fetched anew while there is a network, so that most of its hours are left without one. */
const renewAfter = 3_600_000;
/** ms: an attempt that failed is not repeated at once. */
const pause = 60_000;

let triedAt = 0;

function keptPass(): KeptPass | undefined {
  return readStored<KeptPass>('outagePass');
}

/** What the phone shows without network. */
export interface ShownPass {
  text: string;
  colour: string;
  issuedAt: number;
  /** ms: when this step is over, by the server's clock. */
  stepEnd: number;
  /** ms: when the pass is over. */
  end: number;
}

/** By the clock of the server as it was when the pass came: without network nobody tells the time. */
export function passTime(): number {
  const pass = keptPass();

  return pass ? Date.now() + pass.offset : now();
}

/** The pass as it is shown at a moment of `passTime`; undefined when there is none, or it is over. */
export function passAt(time: number): ShownPass | undefined {
  const pass = keptPass();
  const step = pass && stepAt(pass.issuedAt, time);
  const text = pass && showPass(sha256, pass, time);
  if (!pass || step === undefined || text === undefined) {
    return undefined;
  }

  return {
    text,
    colour: pass.colour,
    issuedAt: pass.issuedAt,
    stepEnd: stepEnd(pass.issuedAt, step),
    end: stepEnd(pass.issuedAt, passSteps - 1),
  };
}

function isDue(colour: string): boolean {
  const pass = keptPass();

  return !pass || pass.colour !== colour || passTime() - pass.issuedAt > renewAfter;
}

/**
 * Fetches a pass for the hours to come when there is none, an old one, or one of another colour. Showing the code never
 * waits for it, and a failure is nobody's concern: the next showing tries again.
 */
export async function renewPass(colour: string): Promise<void> {
  if (!isDue(colour) || Date.now() - triedAt < pause) {
    return;
  }
  triedAt = Date.now();
  try {
    const pass = await request<OutagePass>('GET', 'me/code/pass');
    writeStored('outagePass', { ...pass, offset: pass.serverTime - Date.now() } satisfies KeptPass);
  } catch {
    if (keptPass()?.colour !== colour) {
      removeStored('outagePass');
    }
  }
}

/** Takes the pass off the phone. */
export function forgetPass(): void {
  triedAt = 0;
  removeStored('outagePass');
}
