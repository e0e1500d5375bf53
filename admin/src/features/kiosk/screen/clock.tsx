import { useEffect, useState } from 'react';

import { useConfig } from '../../../lib/config';
import { timeIn } from '../../../lib/zoneTime';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** Date and time by the server's clock, in the configured zone. */
export function Clock({ clockOffset }: { clockOffset: number }) {
  const { zone } = useConfig();
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);

    return () => clearInterval(timer);
  }, []);

  const text = timeIn(zone, now + clockOffset);
  const weekday = weekdays[new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? '';

  return (
    <span className="kioskClock">
      <span>
        {text.slice(5, 10)} 周{weekday}
      </span>
      <strong>{text.slice(11)}</strong>
    </span>
  );
}
