import { randomBytes, sign } from 'node:crypto';

/** Path and query, as they are signed and sent. */
function targetOf({ source, batch, sequence, asOf, rows }) {
  const query = new URLSearchParams({ batch, sequence: String(sequence), asOf: String(asOf) });
  if (rows !== undefined) {
    query.set('rows', String(rows));
  }

  return `/api/v1/operator/feeds/${source}/batches?${query}`;
}

/** One line each: method, path with query, SHA-256 of the content in hex, time in ms, nonce. Nothing after the last. */
export function signedText({ target, sha256, time, nonce }) {
  return ['POST', target, sha256.toString('hex'), time, nonce].join('\n');
}

/**
 * The request that delivers a batch, signed now.
 * @param {object} options source, batch, sequence, asOf in ms, keyId, and rows if told
 * @param {{ type: string, sha256: Buffer }} delivery
 * @returns {{ target: string, text: string, headers: Record<string, string> }}
 */
export function signedRequest(options, delivery, privateKey, time = Date.now()) {
  const target = targetOf(options);
  const nonce = randomBytes(16).toString('base64url');
  const text = signedText({ target, sha256: delivery.sha256, time, nonce });

  return {
    target,
    text,
    headers: {
      'Content-Type': delivery.type,
      'Content-Digest': `sha-256=:${delivery.sha256.toString('base64')}:`,
      'Anxing-Key': options.keyId,
      'Anxing-Time': String(time),
      'Anxing-Nonce': nonce,
      'Anxing-Signature': sign(null, Buffer.from(text), privateKey).toString('base64url'),
    },
  };
}
