import { Button } from 'antd';
import type { ReactNode } from 'react';

import { usePhone } from '../lib/usePhone';

interface Props {
  children: ReactNode;
  /** How many filters are set. */
  active: number;
  onReset: () => void;
}

/** The filters of a list; each of them works as soon as it changes. On a phone they fold away. */
export function FilterBar({ children, active, onReset }: Props) {
  const isPhone = usePhone();
  const fields = (
    <div className="filterFields">
      {children}
      <Button onClick={onReset} disabled={active === 0}>
        重置
      </Button>
    </div>
  );

  return (
    <div role="search" className="filterBar" aria-label="筛选">
      {isPhone ? (
        <details open={active > 0}>
          <summary>{active > 0 ? `筛选（已选 ${active} 项）` : '筛选'}</summary>
          {fields}
        </details>
      ) : (
        fields
      )}
    </div>
  );
}
