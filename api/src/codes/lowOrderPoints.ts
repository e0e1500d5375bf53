/**
 * The y of all points of edwards25519 whose order divides 8, in every encoding of 32 bytes without the bit of the sign:
 * whoever hands in one of them as his key has signatures that hold for any message, and knows no private key (RFC 8032
 * §5.1.7; RFC 7748 §6.1 on small order; the list is that of libsodium, `ge25519_has_small_order`).
 */
const lowOrderYs = new Set([
  // 0 (order 4), 1 (the neutral point), and -1 (order 2)
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  // both of order 8
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  // 0 and 1 once more, with p added
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

/** Whether a public key of 32 bytes is a point of low order, with either sign. */
export function isLowOrder(key: Uint8Array): boolean {
  const y = Buffer.from(key);
  y[31] = (y[31] ?? 0) & 0x7f;

  return lowOrderYs.has(y.toString('hex'));
}
