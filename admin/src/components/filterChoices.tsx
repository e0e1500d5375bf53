import { Select, type SelectProps } from 'antd';

import { clearable } from './clearable';
import { FilterField } from './filterField';

interface Props {
  id: string;
  label: string;
  /** Joined by commas, as in an address. */
  value: string | undefined;
  options: SelectProps['options'];
  most: number;
  onChange: (value: string | undefined) => void;
}

/** Several choices among many, or none. */
export function FilterChoices({ id, label, value, options, most, onChange }: Props) {
  return (
    <FilterField id={id} label={label}>
      <Select<string[]>
        id={id}
        mode="multiple"
        allowClear={clearable}
        placeholder="全部"
        value={value ? value.split(',') : []}
        options={options ?? []}
        maxCount={most}
        maxTagCount={1}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(chosen) => onChange(chosen.join(',') || undefined)}
      />
    </FilterField>
  );
}
