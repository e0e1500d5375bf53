import readline from 'node:readline';

import { NoAnswer } from './call.mjs';
import { drawGate } from './gate.mjs';
import { readPicture } from './picture.mjs';
import { State } from './state.mjs';
import { Turnstile } from './turnstile.mjs';

const beatMs = 60_000;
/** While something waits, the platform is tried more often. */
const retryMs = 5_000;
const staysShut = 20;

function seenOf({ direction, temperature, mask }) {
  return Object.fromEntries(
    Object.entries({ direction, temperature, mask }).filter(([, value]) => value !== undefined),
  );
}

function tellUploaded({ count, refused }) {
  for (const { id, code } of refused) {
    console.log(`未被接收 / Not taken: ${id} (${code})`);
  }
  console.log(`已补传 / Sent what waited: ${count}`);
}

/** Without an answer it is tried again later. */
async function unlessUnanswered(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NoAnswer)) {
      throw error;
    }
  }
}

/** Heartbeat, lists and what waits: nothing of it stops the gate. */
function keepUp(turnstile) {
  return unlessUnanswered(async () => {
    await turnstile.beat();
    await turnstile.fetchLists();
    await turnstile.upload();
  });
}

/** Runs `keepUp` now and then, one at a time, until it is stopped. */
function keepingUp(turnstile) {
  let timer;
  let isOver = false;
  const next = () => {
    if (!isOver) {
      timer = setTimeout(run, turnstile.queue.length > 0 ? retryMs : beatMs);
    }
  };
  const run = () => keepUp(turnstile).finally(next);
  next();

  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

async function* textsOf({ text, picture }) {
  if (text !== undefined) {
    yield text;
  }
  if (picture !== undefined) {
    yield await readPicture(picture);
  }
  if (text === undefined && picture === undefined) {
    yield* readline.createInterface({ input: process.stdin });
  }
}

async function waitForQueue(turnstile) {
  while (turnstile.queue.length > 0) {
    console.log(`待补传 / waiting to be sent: ${turnstile.queue.length}`);
    await new Promise((done) => setTimeout(done, retryMs));
    await keepUp(turnstile);
  }
}

/** `scan`: checks what comes, one after the other. */
export async function scan(options) {
  const turnstile = new Turnstile(new State(options.folder), options);
  turnstile.onUploaded = tellUploaded;
  await keepUp(turnstile);
  const stop = keepingUp(turnstile);
  let opened = true;
  try {
    for await (const text of textsOf(options)) {
      if (text.trim() !== '') {
        const verdict = await turnstile.check(text, seenOf(options));
        drawGate(verdict);
        if (verdict.by === 'platform') {
          void unlessUnanswered(() => turnstile.upload());
        }
        opened = verdict.opens;
      }
    }
    if (!options.isOnce) {
      await waitForQueue(turnstile);
    }
  } finally {
    stop();
  }

  return opened ? 0 : staysShut;
}
