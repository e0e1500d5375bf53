import type { FlowWarning } from '../../../../api/src/models/flowWarning';
import { presentDays } from '../../../../api/src/presenters/flowHistory';

const zone = 'Asia/Shanghai';

/** A warning that counts how often somebody looks when it was. */
function warningAt(time: string, peak: number, onLook: () => void): FlowWarning {
  const warning = {
    peak,
    get peakAt() {
      onLook();

      return Date.parse(`${time}+08:00`);
    },
  };

  return warning as FlowWarning;
}

test('each day knows the highest of its own warnings, and each warning is looked at once', () => {
  const onLook = jest.fn();
  const warnings = [
    warningAt('2026-03-01T00:00:00', 4, onLook),
    warningAt('2026-03-01T23:59:59', 6, onLook),
    warningAt('2026-03-03T12:00:00', 5, onLook),
  ];
  const days = presentDays('2026-03-01', '2026-03-03', zone, [], warnings);
  expect(days.map(({ day, peak }) => [day, peak])).toEqual([
    ['2026-03-01', 6],
    ['2026-03-02', null],
    ['2026-03-03', 5],
  ]);
  expect(onLook).toHaveBeenCalledTimes(warnings.length);
});
