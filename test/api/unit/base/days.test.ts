import fc from 'fast-check';

import { addDays, dayOf, dayOfNumber, instantOf, startOfDay } from '../../../../api/src/base/days';

describe('days in a zone', () => {
  it('change at midnight of the zone, not of UTC', () => {
    expect(dayOf(Date.parse('2026-03-19T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2026-03-19');
    expect(dayOf(Date.parse('2026-03-19T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-03-20');
    expect(startOfDay('2026-03-20', 'Asia/Shanghai')).toBe(Date.parse('2026-03-19T16:00:00Z'));
  });

  it('count over months, leap days and years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-02-20', 14)).toBe('2026-03-06');
  });

  it('begin at one o’clock where the clock jumps at midnight', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(Date.parse('2018-11-04T03:00:00Z'));
    expect(startOfDay('1986-05-04', 'Asia/Shanghai')).toBe(Date.parse('1986-05-03T16:00:00Z'));
  });

  it('refuse an unknown zone and a date that is none', () => {
    expect(() => dayOf(0, 'Nowhere/City')).toThrow(RangeError);
    expect(() => addDays('soon', 1)).toThrow(RangeError);
  });

  it('begin at the first instant that belongs to them, everywhere', () => {
    const zones = [
      'Asia/Shanghai',
      'UTC',
      'America/St_Johns',
      'Pacific/Kiritimati',
      'Asia/Urumqi',
      'Asia/Beirut',
    ];
    const moments = fc.integer({ min: Date.parse('1990-01-01'), max: Date.parse('2040-01-01') });

    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const day = dayOf(moment, zone);
        const start = startOfDay(day, zone);

        expect(start).toBeLessThanOrEqual(moment);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(start - 1, zone) < day).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('minutes in a zone', () => {
  it('are instants as its clocks show them', () => {
    expect(instantOf('2026-03-20T08:30', 'Asia/Shanghai')).toBe(Date.parse('2026-03-20T00:30:00Z'));
    expect(instantOf('2026-03-20T00:00', 'Asia/Shanghai')).toBe(startOfDay('2026-03-20', 'Asia/Shanghai'));
    expect(instantOf('2026-07-01T12:00', 'America/St_Johns')).toBe(Date.parse('2026-07-01T14:30:00Z'));
  });

  it('are the first of two where clocks are set back, and come after the gap where they are set forward', () => {
    expect(instantOf('2026-11-01T01:30', 'America/New_York')).toBe(Date.parse('2026-11-01T05:30:00Z'));
    expect(instantOf('2026-03-08T02:30', 'America/New_York')).toBe(Date.parse('2026-03-08T07:30:00Z'));
  });
});

test('a day comes back from its number', () => {
  expect(dayOfNumber(20260109)).toBe('2026-01-09');
});
