import type { OperatorAppeal } from '@anxing/contract/appeals';
import { Alert, Form } from 'antd';

import { daysIn, type Lasting } from '../../components/lastingFields';
import { useConfig } from '../../lib/config';
import { useZone } from '../../lib/useZone';

const dayMs = 86_400_000;

/** The chosen reason that goes on for longest. */
function lastOf({ ends, reasons }: OperatorAppeal, chosen: readonly string[]) {
  const standing = ends.filter(({ rule }) => chosen.includes(rule));
  const [last] = [...standing].sort((a, b) => (b.until ?? Infinity) - (a.until ?? Infinity));

  return last && { ...last, text: reasons.find(({ rule }) => rule === last.rule)?.text ?? '' };
}

/** Days that are over before the record is: the code may have its colour again then. */
export function BackWarning({ appeal, chosen }: { appeal: OperatorAppeal; chosen: readonly string[] }) {
  const ends = Form.useWatch<Lasting['ends']>('ends');
  const days = Form.useWatch<Lasting['days']>('days');
  const { time, now } = useZone();
  const { colours } = useConfig();
  const lasting = daysIn({ ends, days });
  const last = lastOf(appeal, chosen);
  if (!lasting || !last) {
    return null;
  }
  const over = now() + lasting * dayMs;
  if (last.until !== null && last.until <= over) {
    return null;
  }
  const label = colours.find(({ name }) => name === appeal.colour)?.label ?? appeal.colour;
  const minuteOf = (at: number) => time(at).slice(0, 16);
  const end = last.until === null ? '没有截止时间' : `计至 ${minuteOf(last.until)}`;

  return (
    <Alert
      className="formFault"
      type="warning"
      showIcon
      title={`“${last.text}”的记录${end}。如即时批准，${minuteOf(over)} 起健康码可能再次变为${label}。`}
    />
  );
}
