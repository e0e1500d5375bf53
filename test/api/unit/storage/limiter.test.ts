import { AppError } from '../../../../api/src/base/errors';
import { Limiter } from '../../../../api/src/storage/limiter';

const allowance = { points: 3, seconds: 60 };

const limiter = new Limiter(undefined);

let count = 0;

function freshKey(): string {
  count += 1;

  return `key ${count}`;
}

function use(key: string): Promise<void> {
  return limiter.consume('test', key, allowance);
}

async function refusalOf(work: Promise<unknown>): Promise<AppError | undefined> {
  try {
    await work;

    return undefined;
  } catch (error) {
    return error as AppError;
  }
}

const refused = () => Promise.reject(new AppError('sign_in_failed'));
const attempt = (key: string, work: () => Promise<unknown>) => limiter.attempt('test', key, allowance, work);

test('so many points in so many seconds, each key for itself', async () => {
  const [key, other] = [freshKey(), freshKey()];
  await Promise.all([use(key), use(key), use(key)]);
  const refusal = await refusalOf(use(key));
  expect(refusal).toMatchObject({ code: 'too_many_requests', status: 429 });
  expect(refusal?.retryAfter).toBeGreaterThan(50);
  expect(refusal?.retryAfter).toBeLessThanOrEqual(60);
  await use(other);
});

test('asking uses nothing up', async () => {
  const key = freshKey();
  for (let i = 0; i < 10; i += 1) {
    await limiter.check('test', key, allowance);
  }
  await Promise.all([use(key), use(key), use(key)]);
  expect(await refusalOf(limiter.check('test', key, allowance))).toMatchObject({ code: 'too_many_requests' });
});

test('whether it is used up can be asked without a refusal', async () => {
  const key = freshKey();
  expect(await limiter.isUsedUp('test', key, allowance)).toBe(false);
  await Promise.all([use(key), use(key)]);
  expect(await limiter.isUsedUp('test', key, allowance)).toBe(false);
  await use(key);
  expect(await limiter.isUsedUp('test', key, allowance)).toBe(true);
});

test('when the time is over it starts again', async () => {
  const key = freshKey();
  await Promise.all([use(key), use(key), use(key)]);
  jest.useFakeTimers({ now: Date.now() + 61_000, doNotFake: ['nextTick', 'setTimeout', 'setImmediate'] });
  await limiter.check('test', key, allowance);
  await use(key);
  jest.useRealTimers();
});

describe('tries', () => {
  test('those that succeed do not count', async () => {
    const key = freshKey();
    for (let i = 0; i < 10; i += 1) {
      expect(await attempt(key, () => Promise.resolve(i))).toBe(i);
    }
  });

  test('those that are refused do', async () => {
    const key = freshKey();
    const codes = [];
    for (let i = 0; i < 5; i += 1) {
      codes.push((await refusalOf(attempt(key, refused)))?.code);
    }
    expect(codes).toEqual([...Array(3).fill('sign_in_failed'), ...Array(2).fill('too_many_requests')]);
  });

  test('what fails by our own fault does not', async () => {
    const key = freshKey();
    for (const fault of [new AppError('unavailable'), new Error('broken')]) {
      for (let i = 0; i < 5; i += 1) {
        expect(await refusalOf(attempt(key, () => Promise.reject(fault)))).toBe(fault);
      }
    }
    await attempt(key, () => Promise.resolve());
  });

  test('many at once are no more than one after the other', async () => {
    const key = freshKey();
    let made = 0;
    const slow = async () => {
      made += 1;
      await new Promise((done) => setTimeout(done, 10));
      throw new AppError('sign_in_failed');
    };
    await Promise.all(Array.from({ length: 50 }, () => refusalOf(attempt(key, slow))));
    expect(made).toBe(3);
  });
});
