import crypto from 'node:crypto';

/** scrypt's N that tests compute with; the factories hash with the same. */
export const cheapCost = 2 ** 12;

/**
 * Computes scrypt at low cost for the rest of a test file, consistently for hashing and comparing: the standard cost
 * takes a third of a second of a whole core each time.
 * @returns the costs (N) that were asked for, in order
 */
export function cheapScrypt(): number[] {
  const asked: number[] = [];
  const real = crypto.scrypt;
  const cheap = (
    password: crypto.BinaryLike,
    salt: crypto.BinaryLike,
    length: number,
    options: crypto.ScryptOptions,
    done: (error: Error | null, key: Buffer) => void,
  ) => {
    asked.push(options.N ?? 0);
    real(password, salt, length, { ...options, N: cheapCost }, done);
  };
  jest.spyOn(crypto, 'scrypt').mockImplementation(cheap as typeof crypto.scrypt);

  return asked;
}
