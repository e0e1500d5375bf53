import { createHash, createPublicKey, verify } from 'node:crypto';

import type { ConformanceTasks, ConformanceVerdicts } from '@anxing/contract/deviceApi';
import { readOffline, type Verifier } from '@anxing/contract/offline/verifyOffline';

const verifier: Verifier = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  verify: (publicKey, message, signature) => verify(null, message, keyOf(publicKey), signature),
};

function keyOf(bytes: Uint8Array | string) {
  const x = typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('base64url');

  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

function answerIsGenuine(
  serverKeys: ConformanceTasks['serverKeys'],
  { deviceId, nonce, status, body, serverKey, signature }: ConformanceTasks['answers'][number],
): boolean {
  const key = serverKeys.find(({ id }) => id === serverKey);
  const hash = createHash('sha256').update(body).digest('hex');
  const text = Buffer.from(['ANSWER', deviceId, nonce, status, hash].join('\n'));

  return key !== undefined && verify(null, text, keyOf(key.publicKey), Buffer.from(signature, 'base64url'));
}

/** What a device of which everything is right says in a conformance run. */
export function rightVerdicts({ held, scans, answers, serverKeys }: ConformanceTasks): ConformanceVerdicts {
  const { asOf, passes, cards } = held.revocations;
  const door = {
    keys: new Map(held.keys.map(({ id, publicKey }) => [id, Buffer.from(publicKey, 'base64url')])),
    revocations: {
      asOf,
      passes: new Map(passes.map(({ id, before }) => [id, before])),
      cards: new Set(cards),
    },
  };

  return {
    scans: scans.map(({ id, text, at, takesPasses, testHours }) => {
      const read = readOffline(verifier, { ...door, takesPasses }, text, at);

      return {
        id,
        verdict: read.ok && held.opens.includes(read.colour) && testHours === null ? 'open' : 'stay',
      };
    }),
    answers: answers.map((answer) => ({ id: answer.id, genuine: answerIsGenuine(serverKeys, answer) })),
  };
}
