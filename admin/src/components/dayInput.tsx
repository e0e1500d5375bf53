import { DatePicker } from 'antd';
import dayjs from 'dayjs';

const form = 'YYYY-MM-DD';

interface Props {
  /** Given by the form. */
  id?: string;
  /** YYYY-MM-DD */
  value?: string | undefined;
  onChange?: (day: string | undefined) => void;
  placeholder: string;
  /** Whether a day can be chosen. */
  isDayOpen?: (day: string) => boolean;
}

/** A day of the calendar, in a form. */
export function DayInput({ id, value, onChange, placeholder, isDayOpen = () => true }: Props) {
  return (
    <DatePicker
      {...(id ? { id } : {})}
      className="dayInput"
      value={value ? dayjs(value, form) : null}
      format={form}
      placeholder={placeholder}
      // Its own button for today would go by the browser's zone.
      showNow={false}
      disabledDate={(day) => !isDayOpen(day.format(form))}
      onChange={(day) => onChange?.(day?.format(form))}
    />
  );
}
