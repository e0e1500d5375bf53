import type { FeedBatch } from '@anxing/contract/feeds';
import { Button } from 'antd';

import { useConfirm } from '../../../lib/useConfirm';
import { useHeldBatch } from '../api/heldBatch';

/** Waits, and nobody was asked yet: it would turn more people than the set share. */
export function isHeld({ state, changeId }: FeedBatch): boolean {
  return state === 'waiting' && changeId === null;
}

/** Hands a held batch to the second person, or gives it up. */
export function HeldActions({ path, batch }: { path: string; batch: FeedBatch }) {
  const confirm = useConfirm();
  const decide = useHeldBatch(path, batch.id);

  function release(): void {
    confirm({
      title: '提请审批这一批数据？',
      content: '请先与数据源核实。提请后由另一位工作人员决定是否生效。',
      okText: '提请审批',
      act: () => decide.mutateAsync('release'),
      done: '已提请，等待另一位工作人员审批',
    });
  }

  function discard(): void {
    confirm({
      title: '放弃这一批数据？',
      content: '放弃后不会生效，数据源可以改正后重新报送。',
      okText: '放弃',
      isDanger: true,
      act: () => decide.mutateAsync('discard'),
      done: '已放弃',
    });
  }

  return (
    <>
      <Button danger onClick={discard}>
        放弃
      </Button>
      <Button type="primary" onClick={release}>
        提请审批
      </Button>
    </>
  );
}
