import { InputNumber, Select, Space } from 'antd';

import type { Lasts } from './ruleValues';

interface Props {
  /** Given by the form. */
  id?: string;
  value?: Lasts;
  onChange?: (lasts: Lasts) => void;
}

const usual = 14;

const options = [
  { value: 'days', label: '至发生后第几天' },
  { value: 'whileValid', label: '在记录有效期间' },
];

/** How long a record counts: some days, or as long as it is valid. */
export function LastsInput({ id, value = 'whileValid', onChange }: Props) {
  const hasDays = value !== 'whileValid';

  return (
    <Space.Compact block>
      <Select
        {...(id ? { id } : {})}
        value={hasDays ? 'days' : 'whileValid'}
        options={options}
        onChange={(chosen) => onChange?.(chosen === 'days' ? { days: usual } : 'whileValid')}
      />
      {hasDays && (
        <InputNumber
          aria-label="天数"
          className="daysInput"
          min={0}
          max={3650}
          precision={0}
          controls={false}
          suffix="天"
          value={value.days}
          onChange={(days) => onChange?.({ days })}
        />
      )}
    </Space.Compact>
  );
}
