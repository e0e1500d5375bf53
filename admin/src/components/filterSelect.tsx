import { Select, type SelectProps } from 'antd';

import { clearable } from './clearable';
import { FilterField } from './filterField';

interface Props {
  id: string;
  label: string;
  value: string | undefined;
  options: SelectProps['options'];
  onChange: (value: string | undefined) => void;
  hasSearch?: boolean;
}

/** One choice among several, or none. */
export function FilterSelect({ id, label, value, options, onChange, hasSearch = false }: Props) {
  return (
    <FilterField id={id} label={label}>
      <Select
        id={id}
        allowClear={clearable}
        placeholder="全部"
        value={value}
        options={options ?? []}
        showSearch={hasSearch ? { optionFilterProp: 'label' } : false}
        popupMatchSelectWidth={false}
        onChange={(chosen: string | undefined) => onChange(chosen)}
      />
    </FilterField>
  );
}
