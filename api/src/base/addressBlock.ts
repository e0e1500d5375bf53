import { isIPv6 } from 'node:net';

const mappedIpv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const groups = 8;
const networkGroups = 4;

/** All eight groups of an IPv6 address, without the zone. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : groups - before.length - after.length;

  return [...before, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...after];
}

/**
 * What limits count by: an IPv4 address, or the /64 network of an IPv6 address, of which one line has 2^64
 * (RFC 6177 §2, RFC 4291 §2.5.4). Anything else stays as it is.
 */
export function addressBlock(address: string): string {
  const ipv4 = mappedIpv4.exec(address)?.[1];
  if (ipv4 || !isIPv6(address)) {
    return ipv4 ?? address;
  }
  const network = groupsOf(address)
    .slice(0, networkGroups)
    .map((group) => Number.parseInt(group, 16).toString(16));

  return `${network.join(':')}::/64`;
}
