import { hash, sign, type KeyObject } from 'node:crypto';

const path = '/api/v1/device/scans';

/** Makes nonces cheaply: a count behind a random start. */
export function nonceMaker(): () => string {
  let count = Math.floor(Math.random() * 2 ** 48);

  return () => {
    count += 1;

    return count.toString(36).padStart(22, '0');
  };
}

/** A check at a gate as the gate sends it: signed anew for each person, one character for each byte. */
export function signedScan(
  device: { id: string; privateKey: KeyObject },
  body: string,
  nonce: string,
): string {
  const time = Date.now();
  const digest = hash('sha256', body, 'buffer');
  const text = `POST\n${path}\n${digest.toString('hex')}\n${time}\n${nonce}`;
  const signature = sign(null, Buffer.from(text), device.privateKey).toString('base64url');

  return (
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: anxing-bench\r\nAccept: */*\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n` +
    `Content-Digest: sha-256=:${digest.toString('base64')}:\r\nAnxing-Key: ${device.id}\r\n` +
    `Anxing-Time: ${time}\r\nAnxing-Nonce: ${nonce}\r\nAnxing-Signature: ${signature}\r\n\r\n${body}`
  );
}
