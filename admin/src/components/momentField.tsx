import { DatePicker, Space, TimePicker } from 'antd';
import dayjs from 'dayjs';

import { useZone } from '../lib/useZone';
import { FilterField } from './filterField';

const dayForm = 'YYYY-MM-DD';
const timeForm = 'HH:mm';

interface Props {
  id: string;
  label: string;
  /** YYYY-MM-DD, or YYYY-MM-DDTHH:mm */
  value: string | undefined;
  onChange: (moment: string | undefined) => void;
}

/** A day up to today, or a minute of it, as the clocks of the configured zone show them. */
export function MomentField({ id, label, value, onChange }: Props) {
  const { today } = useZone();
  const [day, time] = value?.split('T') ?? [];

  return (
    <FilterField id={id} label={label}>
      <Space.Compact className="momentField">
        <DatePicker
          id={id}
          value={day ? dayjs(day, dayForm) : null}
          format={dayForm}
          placeholder="不限"
          // Its own button for today would go by the browser's zone.
          showNow={false}
          disabledDate={(one) => one.format(dayForm) > today()}
          onChange={(one) =>
            onChange(one ? [one.format(dayForm), time].filter(Boolean).join('T') : undefined)
          }
        />
        <TimePicker
          aria-label={`${label}时刻`}
          value={time ? dayjs(time, timeForm) : null}
          format={timeForm}
          placeholder="时刻"
          showNow={false}
          needConfirm={false}
          disabled={!day}
          onChange={(one) => onChange(one ? `${day}T${one.format(timeForm)}` : day)}
        />
      </Space.Compact>
    </FilterField>
  );
}
