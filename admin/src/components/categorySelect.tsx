import { Select, type SelectProps } from 'antd';

import { categoryOptions } from '../lib/categories';
import { useConfig } from '../lib/config';

/** A venue's category, grouped like the catalogue. */
export function CategorySelect(props: Pick<SelectProps, 'id' | 'value' | 'onChange'>) {
  const { categories } = useConfig();

  return (
    <Select
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="请选择"
      options={categoryOptions(categories)}
    />
  );
}
