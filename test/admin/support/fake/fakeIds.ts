/** A UUIDv7 that is the same in every run: `number` tells the records of a kind apart. */
export function fakeId(kind: number, number: number): string {
  return `019a9000-${String(kind).padStart(4, '0')}-7000-8000-${String(number).padStart(12, '0')}`;
}
