import { DatePicker, Space, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';

import { useZone } from '../lib/useZone';

const dayForm = 'YYYY-MM-DD';
const timeForm = 'HH:mm';

interface Props {
  /** Given by the form. */
  id?: string;
  /** ms */
  value?: number | undefined;
  onChange?: (at: number | undefined) => void;
  /** What the time is called, for screen readers. */
  timeLabel: string;
  placeholder: string;
  /** YYYY-MM-DD: whether a day can be chosen. */
  isDayOpen?: (day: string) => boolean;
}

/** A day and a minute of it, as the clocks of the configured zone show them. */
export function InstantInput(props: Props) {
  const { id, value, onChange, timeLabel, placeholder, isDayOpen = () => true } = props;
  const { time, instant } = useZone();
  const shown = value === undefined ? undefined : time(value);
  const day = shown?.slice(0, 10);
  const clock = shown?.slice(11, 16) ?? '00:00';

  function put(newDay: string | undefined, newClock: string): void {
    onChange?.(newDay === undefined ? undefined : instant(`${newDay}T${newClock}`));
  }

  function chooseTime(chosen: Dayjs | null): void {
    put(day, chosen ? chosen.format(timeForm) : '00:00');
  }

  return (
    <Space.Compact className="instantInput">
      <DatePicker
        {...(id ? { id } : {})}
        value={day ? dayjs(day, dayForm) : null}
        format={dayForm}
        placeholder={placeholder}
        // Its own button for today would go by the browser's zone.
        showNow={false}
        disabledDate={(one) => !isDayOpen(one.format(dayForm))}
        onChange={(chosen) => put(chosen?.format(dayForm), clock)}
      />
      <TimePicker
        aria-label={timeLabel}
        value={day ? dayjs(clock, timeForm) : null}
        format={timeForm}
        placeholder="时刻"
        showNow={false}
        needConfirm={false}
        allowClear={false}
        disabled={!day}
        onChange={chooseTime}
      />
    </Space.Compact>
  );
}
