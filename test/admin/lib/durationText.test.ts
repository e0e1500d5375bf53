import { durationText } from '../../../admin/src/lib/durationText';

const minute = 60_000;

test.each([
  [0, '0 秒'],
  [59_400, '59 秒'],
  [minute, '1 分'],
  [59 * minute, '59 分'],
  [60 * minute, '1 小时'],
  [125 * minute, '2 小时 5 分'],
  [-5, '0 秒'],
])('%i ms: %s', (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
