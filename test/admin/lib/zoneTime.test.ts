import { addDays, dayIn, instantIn, timeIn } from '../../../admin/src/lib/zoneTime';

const beforeMidnight = Date.UTC(2026, 10, 21, 15, 59, 59);

describe('times of the configured zone', () => {
  it('are the zone’s, not the browser’s', () => {
    expect(timeIn('Asia/Shanghai', beforeMidnight)).toBe('2026-11-21 23:59:59');
    expect(timeIn('Asia/Shanghai', beforeMidnight + 1000)).toBe('2026-11-22 00:00:00');
    expect(timeIn('America/New_York', beforeMidnight)).toBe('2026-11-21 10:59:59');
  });

  it('know the day', () => {
    expect(dayIn('Asia/Shanghai', beforeMidnight + 1000)).toBe('2026-11-22');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });

  it('are turned back into instants, also beside a change of the clocks', () => {
    expect(instantIn('Asia/Shanghai', '2026-11-21T23:59')).toBe(beforeMidnight - 59_000);
    expect(timeIn('America/New_York', instantIn('America/New_York', '2026-11-01T03:30'))).toBe(
      '2026-11-01 03:30:00',
    );
    expect(timeIn('America/New_York', instantIn('America/New_York', '2026-03-08T00:30'))).toBe(
      '2026-03-08 00:30:00',
    );
  });
});
