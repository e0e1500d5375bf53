import { password } from '@anxing/contract/fields';

import { AppError } from '../../../../api/src/base/errors';
import {
  hashPassword,
  newInitialPassword,
  verifyNothing,
  verifyPassword,
} from '../../../../api/src/privacy/passwords';

const cheap = 2 ** 12;

test('a password fits its own hash and no other', async () => {
  const [one, other] = [await hashPassword('Anxing-2026', cheap), await hashPassword('Anxing-2026', cheap)];

  expect(one).not.toBe(other);
  expect(one).not.toContain('Anxing');
  expect(await verifyPassword('Anxing-2026', one)).toBe(true);
  expect(await verifyPassword('Anxing-2026', other)).toBe(true);
  expect(await verifyPassword('anxing-2026', one)).toBe(false);
});

test('the hash names its cost, which is 2^17 unless told', async () => {
  expect(await hashPassword('Anxing-2026', cheap)).toMatch(/^scrypt\$4096\$/);
  const stored = await hashPassword('Anxing-2026');

  expect(stored).toMatch(/^scrypt\$131072\$/);
  expect(await verifyPassword('Anxing-2026', stored)).toBe(true);
});

test('characters that look alike to a person are alike', async () => {
  const stored = await hashPassword('Cafe\u0301-2026', cheap);

  expect(await verifyPassword('Caf\u00e9-2026', stored)).toBe(true);
  expect(await verifyPassword('Ｃafé-2026', stored)).toBe(true);
});

test('a check against nobody fails, and takes its time', async () => {
  const start = performance.now();

  expect(await verifyNothing('Anxing-2026')).toBe(false);
  expect(performance.now() - start).toBeGreaterThan(20);
});

test('whoever would wait too long is sent away, and the line goes on', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 80 }, () => hashPassword('Anxing-2026', cheap)),
  );
  const refused = results.filter((result) => result.status === 'rejected');

  expect(refused).toHaveLength(18);
  expect(refused[0]?.reason).toBeInstanceOf(AppError);
  expect(refused[0]?.reason).toMatchObject({ code: 'unavailable', retryAfter: 10 });
  await expect(hashPassword('Anxing-2026', cheap)).resolves.toMatch(/^scrypt/);
});

test('initial passwords are good passwords, can be read out, and differ', () => {
  const made = Array.from({ length: 200 }, newInitialPassword);

  expect(new Set(made).size).toBe(200);
  for (const one of made) {
    expect(one).toMatch(/^[a-hjkmnp-z]{4}-[2-9]{4}-[a-hjkmnp-z]{4}$/);
    expect(password.safeParse(one).success).toBe(true);
  }
});
