import { answerOf } from '../../../scripts/feed/answer.mjs';
import { tellTaken } from '../../../scripts/feed/tellTaken.mjs';

const batch = {
  sourceName: '发热门诊就诊记录',
  state: 'inForce',
  rows: 30,
  added: 5,
  withdrawn: 0,
  unchanged: 0,
  ignored: 0,
  closed: 0,
  wrong: 25,
  closedNothing: false,
};
const fault = (line: number) => ({ line, column: 'idNumber', message: '有误', messageEn: 'wrong' });

function saidOf(answer: Parameters<typeof tellTaken>[0]): string {
  const lines: string[] = [];
  const spy = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  tellTaken(answer);
  spy.mockRestore();

  return lines.join('\n');
}

function refusal(status: number, body: unknown) {
  return () => answerOf({ status, text: typeof body === 'string' ? body : JSON.stringify(body) });
}

const errorOf = (code: string, more: object = {}) => ({
  error: { code, message: '原因', messageEn: 'the reason', requestId: 'r-1', ...more },
});

test('twenty wrong rows are told by line and column', () => {
  const faults = Array.from({ length: 25 }, (_, i) => fault(i + 2));
  const said = saidOf({ batch, repeated: false, faults });
  expect(said).toContain('line 21 · idNumber: 有误 / wrong');
  expect(said).not.toContain('line 22');
  expect(said).toContain('the operator sees the rest');
  expect(said).toContain('new 5');
});

test('a repeat, and what waits, are told as such', () => {
  const quiet = { ...batch, wrong: 0 };
  expect(saidOf({ batch: quiet, repeated: true, faults: [] })).toContain('taken before');
  const waiting = saidOf({ batch: { ...quiet, state: 'waiting' }, repeated: false, faults: [] });
  expect(waiting).toContain('approval');
});

test('a refusal says why, and what to do', () => {
  const fields = [{ path: 'batch', message: '批次序号不连续（12）', messageEn: 'sequence: 12' }];
  expect(refusal(409, errorOf('batch_out_of_order', { fields }))).toThrow(
    expect.objectContaining({
      exitCode: 65,
      message: expect.stringMatching(/the reason[\s\S]*sequence: 12[\s\S]*r-1/),
      advice: expect.stringContaining('--sequence'),
    }),
  );
  expect(refusal(401, errorOf('signature_skewed', { serverTime: 0 }))).toThrow(
    expect.objectContaining({ exitCode: 65, message: expect.stringContaining('1970-01-01 08:00') }),
  );
});

test.each([
  ['a platform that is busy', 503, errorOf('unavailable')],
  ['too many calls', 429, errorOf('too_many_requests')],
  ['a proxy without the platform behind it', 502, '<html>'],
  ['something else', 200, '<html>'],
  ['another platform', 404, '{}'],
])('%s is no refusal', (_what, status, body) => {
  expect(refusal(status, body)).toThrow(expect.objectContaining({ exitCode: 69 }));
});
