import { createHash, verify } from 'node:crypto';
import { compileFunction } from 'node:vm';

import { inRoot } from '../lib/root.mjs';
import { publicKeyOf } from './signing.mjs';

const verifier = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  verify: (publicKey, message, signature) =>
    verify(null, message, publicKeyOf(Buffer.from(publicKey).toString('base64url')), signature),
};

let loaded;

/** The contract is written in TypeScript: compiled in memory, so that a turnstile verifies by the very same rules. */
async function load() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: {
      contents: "export { readOffline } from './verifyOffline'; export { showingOf } from './showing';",
      resolveDir: inRoot('contract/src/offline'),
    },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
  });
  const [{ text }] = outputFiles;
  const compiled = { exports: {} };
  compileFunction(text, ['module', 'exports'])(compiled, compiled.exports);

  return compiled.exports;
}

/** What is held, in the shape of the contract. A list that is not complete says nothing of the passes that are not in it. */
function doorOf({ keys, revocations }, { takesPasses, serverTime = 0 }) {
  return {
    keys: new Map(keys.map(({ id, publicKey }) => [id, Buffer.from(publicKey, 'base64url')])),
    revocations: revocations?.complete
      ? {
          asOf: revocations.asOf,
          passes: new Map(revocations.passes.map(({ id, before }) => [id, before])),
          cards: new Set(revocations.cards),
        }
      : undefined,
    serverTime: Math.max(serverTime, revocations?.asOf ?? 0),
    takesPasses,
  };
}

function loadOnce() {
  loaded ??= load();

  return loaded;
}

/**
 * Which showing was scanned; a good one or not is not told.
 * @returns {Promise<{ kind: 'code' | 'pass', name: string, until: number } | undefined>}
 */
export async function showingOf(text) {
  const contract = await loadOnce();

  return contract.showingOf(text);
}

/**
 * Reads a code without network.
 * @param {object} lists what `device/keys` and `device/revocations` answered
 * @param {{ takesPasses: boolean, serverTime?: number }} held `serverTime`: the newest that the server has told
 * @param {number} now ms by the server's clock
 * @returns {Promise<{ ok: true, kind: string, colour: number } | { ok: false, kind: string, failure: string }>}
 */
export async function readHere(lists, held, text, now) {
  const { readOffline } = await loadOnce();

  const reading = readOffline(verifier, doorOf(lists, held), text, now);
  const isIncomplete = lists.revocations?.complete === false;

  return reading.failure === 'listTooOld' && isIncomplete
    ? { ...reading, failure: 'listIncomplete' }
    : reading;
}
