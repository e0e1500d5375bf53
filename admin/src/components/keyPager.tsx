import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { limits } from '@anxing/contract/limits';
import { Button, Select } from 'antd';

import type { Pages } from '../lib/list/useListState';

interface Props {
  pages: Pages;
  /** Cursor of the page after; null at the end, undefined while it is being loaded. */
  next: string | null | undefined;
  size: number;
  onSize: (size: number) => void;
}

const sizes = [limits.pageSize, 50, limits.pageSizeMax].map((value) => ({
  value,
  label: `每页 ${value} 条`,
}));

/** Forwards and back through a list that pages by key: there are no page numbers to jump to. */
export function KeyPager({ pages, next, size, onSize }: Props) {
  return (
    <nav className="keyPager" aria-label="翻页">
      <Select aria-label="每页条数" value={size} options={sizes} onChange={onSize} />
      <Button icon={<LeftOutlined aria-hidden />} disabled={!pages.hasPrevious} onClick={pages.previous}>
        {pages.hasPrevious && pages.number === undefined ? '回到第一页' : '上一页'}
      </Button>
      <span className="keyPagerNumber" aria-live="polite">
        {pages.number === undefined ? '' : `第 ${pages.number} 页`}
      </span>
      <Button disabled={!next} onClick={() => next && pages.next(next)}>
        下一页
        <RightOutlined aria-hidden />
      </Button>
    </nav>
  );
}
