import {
  clockText,
  dateText,
  daysBetween,
  dayText,
  fullTimeText,
  groupedNumber,
  longDayText,
  setZone,
  shortTimeText,
} from '../../../miniapp/src/lib/format';

const evening = Date.UTC(2026, 10, 21, 16, 30, 5);

afterEach(() => setZone('Asia/Shanghai'));

test('days and times are those of the configured zone', () => {
  expect(dayText(evening)).toBe('2026-11-22');
  expect(clockText(evening)).toBe('00:30:05');
  expect(shortTimeText(evening)).toBe('11-22 00:30');
  expect(longDayText(evening)).toBe('11月22日 星期日');
  setZone('Asia/Urumqi');
  expect(dayText(evening)).toBe('2026-11-21');
  expect(clockText(evening)).toBe('22:30:05');
});

test('dates are written out, and nights are counted by the calendar', () => {
  expect(dateText('2026-11-02')).toBe('2026年11月2日');
  expect(fullTimeText(evening)).toBe('2026年11月22日 00:30');
  expect(daysBetween(evening, evening + 23 * 3_600_000)).toBe(0);
  expect(daysBetween(evening - 3_600_000, evening)).toBe(1);
});

test('a zone that is not known counts as Beijing’s', () => {
  setZone('Mars/Olympus');
  expect(clockText(evening)).toBe('00:30:05');
});

test('the number is grouped in fours', () => {
  expect(groupedNumber('482916073358')).toBe('4829 1607 3358');
});
