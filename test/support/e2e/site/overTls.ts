import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { createServer } from 'node:tls';

import type { Certificate } from './certificate';

export interface TlsDoor {
  url: string;
  close(): void;
}

/**
 * An https address for a server of this machine that speaks http: production asks outside systems over TLS only.
 * @param at a free port unless told
 */
export async function overTls(
  { host }: { host: string },
  { cert, key }: Pick<Certificate, 'cert' | 'key'>,
  at = 0,
): Promise<TlsDoor> {
  const [name, port] = host.split(':');
  const door = createServer({ cert, key }, (outer) => {
    const inner = connect(Number(port), name);
    outer.pipe(inner).pipe(outer);
    outer.on('error', () => inner.destroy());
    inner.on('error', () => outer.destroy());
  });
  door.listen(at, '127.0.0.1');
  await once(door, 'listening');

  return {
    url: `https://localhost:${(door.address() as AddressInfo).port}`,
    close: () => void door.close(),
  };
}
