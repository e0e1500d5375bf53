import { OvertakenDesk } from '../../../../admin/src/features/kiosk/run/overtaken';
import { Shown } from '../../../../admin/src/features/kiosk/run/shown';
import { freshState } from '../../../../admin/src/features/kiosk/run/state';
import { refusalOf } from '../../../../admin/src/features/kiosk/words/refusals';

const refused = { refusal: refusalOf('code_forged') };

function deskAt(turn: number) {
  const shown = new Shown({ ...freshState({ clockOffset: 0, isMuted: false }, '2026-11-21'), turn });

  return { shown, desk: new OvertakenDesk(shown) };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('what somebody before is told is heard, also above the tone of a green one', () => {
  const { desk } = deskAt(2);
  expect(desk.loudestWith('allow')).toBe('allow');
  expect(desk.add(refused, 1)).toBe('refused');
  expect(desk.loudestWith('allow')).toBe('refused');
  expect(desk.loudestWith('stop')).toBe('stop');
  expect(desk.acknowledge()).toBe(true);
  expect(desk.acknowledge()).toBe(false);
  expect(desk.loudestWith('allow')).toBe('allow');
});

test('an answer that comes late stands there as long, at most three do, and a minute later none', () => {
  const { shown, desk } = deskAt(9);
  for (const scan of [1, 2, 3, 4]) {
    desk.add(refused, scan);
  }
  expect(shown.now.overtaken.map(({ scan }) => scan)).toEqual([2, 3, 4]);
  expect(desk.at(10)).toHaveLength(3);
  expect(desk.at(11)).toHaveLength(0);
  jest.advanceTimersByTime(60_000);
  expect(shown.now.overtaken).toEqual([]);
});

test('nothing is said of the session', () => {
  const { shown, desk } = deskAt(2);
  expect(desk.add({ over: '登录已失效' }, 1)).toBeUndefined();
  expect(shown.now.overtaken).toEqual([]);
});
