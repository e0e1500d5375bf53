import { Button } from 'antd';

interface Props {
  count: number;
  onPropose: () => void;
  onClear: () => void;
}

/** What can be done with the regions that are chosen. */
export function RegionSelectionBar({ count, onPropose, onClear }: Props) {
  return (
    <div className="selectionBar" role="group" aria-label="已选的区域">
      <span aria-live="polite">
        {count === 0 ? '勾选区域后，可以一次变更它们的等级' : `已选 ${count} 个区域`}
      </span>
      {count > 0 && (
        <Button type="link" size="small" onClick={onClear}>
          清除
        </Button>
      )}
      <Button type="primary" disabled={count === 0} onClick={onPropose}>
        提出等级变更
      </Button>
    </div>
  );
}
