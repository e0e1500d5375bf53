import { Select, type SelectProps } from 'antd';

import { useConfig } from '../lib/config';
import { divisionOptions } from '../lib/divisions';

/** A division by typing part of its name; province, city and county are told together. */
export function DivisionSelect(props: Pick<SelectProps, 'id' | 'value' | 'onChange'>) {
  const { divisions } = useConfig();

  return (
    <Select
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入名称查找"
      options={divisionOptions(divisions)}
    />
  );
}
