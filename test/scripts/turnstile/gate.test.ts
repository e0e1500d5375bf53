import { linesOf } from '../../../scripts/turnstile/gate.mjs';

const decided = { opens: true, why: '', colour: 'green', decision: 'allow' } as const;
const minutes = 60_000;

test.each([
  [{ age: 0, isComplete: true }, '作废名单：刚刚更新 / list of revocations: 0 min old'],
  [{ age: 59.9 * minutes, isComplete: true }, '作废名单：59 分钟前 / list of revocations: 59 min old'],
  [{ age: 185 * minutes, isComplete: true }, '作废名单：3 小时 5 分钟前 / list of revocations: 185 min old'],
  [
    { age: 5 * minutes, isComplete: false },
    '作废名单：5 分钟前，不完整 / list of revocations: 5 min old, incomplete',
  ],
  [undefined, '没有作废名单 / no list of revocations'],
])('what it decides by itself tells how old its list is: %j', (list, line) => {
  expect(linesOf({ ...decided, by: 'itself', list }).map((one) => one.trim())).toContain(line);
});

test('what the platform decides needs no list', () => {
  expect(linesOf({ ...decided, by: 'platform' }).join('\n')).not.toContain('作废名单');
});
