import { DatePicker } from 'antd';
import dayjs from 'dayjs';

import { useZone } from '../lib/useZone';
import { FilterField } from './filterField';

const form = 'YYYY-MM-DD';

interface Props {
  id: string;
  label: string;
  /** YYYY-MM-DD */
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

/** A day of the calendar up to today, as the configured zone counts days. */
export function DayField({ id, label, value, onChange }: Props) {
  const { today } = useZone();

  return (
    <FilterField id={id} label={label}>
      <DatePicker
        id={id}
        value={value ? dayjs(value, form) : null}
        format={form}
        placeholder="不限"
        // Its own button for today would go by the browser's zone.
        showNow={false}
        disabledDate={(day) => day.format(form) > today()}
        onChange={(day) => onChange(day?.format(form))}
      />
    </FilterField>
  );
}
