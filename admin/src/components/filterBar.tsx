import { Button } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  children: ReactNode;
  label?: string;
  onReset: () => void;
}

/** The filters of a list; each of them works as soon as it changes. */
export function FilterBar({ children, label = '筛选', onReset }: Props) {
  return (
    <search className="filterBar" aria-label={label}>
      {children}
      <Button onClick={onReset}>重置</Button>
    </search>
  );
}
