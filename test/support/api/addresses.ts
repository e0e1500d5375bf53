let addresses = 0;

/** Every request may come from another address, so that failures count against nobody. */
export function nextAddress(): string {
  addresses += 1;

  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
}
