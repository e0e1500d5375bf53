import type { IncomingMessage } from 'node:http';

/**
 * The client's address. Only as many entries of X-Forwarded-For count as there are proxies of ours in front;
 * what stands before them was written by the client.
 */
export function clientAddress(request: IncomingMessage, proxyHops: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (proxyHops === 0 || forwarded.length === 0) {
    return direct;
  }

  return forwarded.at(-Math.min(proxyHops, forwarded.length)) ?? direct;
}
