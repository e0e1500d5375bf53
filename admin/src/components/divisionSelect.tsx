import { Select, type SelectProps } from 'antd';

import { useConfig } from '../lib/config';
import { divisionOptions, liesIn } from '../lib/divisions';

interface Props extends Pick<SelectProps, 'id' | 'value' | 'onChange'> {
  /** Only this division and what lies in it. */
  within?: string;
}

/** A division by typing part of its name; province, city and county are told together. */
export function DivisionSelect({ within, ...props }: Props) {
  const { divisions } = useConfig();
  const offered = within ? divisions.filter(({ code }) => liesIn(code, within)) : divisions;

  return (
    <Select
      {...props}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="输入名称查找"
      options={divisionOptions(offered, divisions)}
    />
  );
}
