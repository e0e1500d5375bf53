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
  /** Days to come can be chosen too. */
  mayBeToCome?: boolean;
  placeholder?: string;
}

/** A day of the calendar, up to today as the configured zone counts days. */
export function DayField(props: Props) {
  const { id, label, value, onChange, mayBeToCome = false, placeholder = '不限' } = props;
  const { today } = useZone();

  return (
    <FilterField id={id} label={label}>
      <DatePicker
        id={id}
        value={value ? dayjs(value, form) : null}
        format={form}
        placeholder={placeholder}
        // Its own button for today would go by the browser's zone.
        showNow={false}
        disabledDate={(day) => !mayBeToCome && day.format(form) > today()}
        onChange={(day) => onChange(day?.format(form))}
      />
    </FilterField>
  );
}
