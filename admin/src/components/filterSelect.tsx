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
  /** There is always one, and none is no choice. */
  isRequired?: boolean;
}

/** One choice among several, or none. */
export function FilterSelect(props: Props) {
  const { id, label, value, options, onChange, hasSearch = false, isRequired = false } = props;

  return (
    <FilterField id={id} label={label}>
      <Select
        id={id}
        allowClear={isRequired ? false : clearable}
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
