import { PrinterOutlined } from '@ant-design/icons';
import type { Point, PointTotals } from '@anxing/contract/points';
import { Button } from 'antd';

import type { Selection } from '../../lib/list/useSelection';

interface Props {
  selection: Selection<Point>;
  totals: PointTotals | undefined;
  onPrint: () => void;
}

/** What is chosen, how to choose everything that matches, and what to do with it. */
export function SelectionBar({ selection, totals, onPrint }: Props) {
  const { chosen, isAll, chooseAll, clear } = selection;
  const all = totals?.points ?? 0;
  const text = isAll ? `已选择全部 ${all} 个服务点` : `已选择 ${chosen.size} 个服务点`;
  if (!isAll && chosen.size === 0) {
    return null;
  }

  return (
    <section className="selectionBar" aria-label="已选择的服务点">
      <span role="status">{text}</span>
      {!isAll && all > chosen.size && (
        <Button type="link" onClick={chooseAll}>
          {`选择全部 ${all} 个`}
        </Button>
      )}
      <Button type="link" onClick={clear}>
        取消选择
      </Button>
      <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={onPrint}>
        打印张贴码
      </Button>
    </section>
  );
}
