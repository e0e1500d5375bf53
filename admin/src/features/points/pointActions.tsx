import type { Point } from '@anxing/contract/points';
import { Button } from 'antd';

import { LinkButton } from '../../components/linkButton';
import { useConfirm } from '../../lib/useConfirm';
import { useChangePoint } from './api/savePoint';

/** Edit, close or reopen. */
export function PointActions({ point }: { point: Point }) {
  const change = useChangePoint(point.id);
  const confirm = useConfirm();

  function close(): void {
    confirm({
      title: `停用“${point.name}”？`,
      content:
        '停用后，它和所有下级服务点的张贴码会立即失效，访客不能再登记，其中的人员记为已离开。已有的出入记录保留。',
      okText: '停用',
      isDanger: true,
      act: () => change.mutateAsync({ active: false }),
      done: '服务点已停用',
    });
  }

  function reopen(): void {
    confirm({
      title: `重新启用“${point.name}”？`,
      content: '原来的张贴码不会恢复，启用后请重新生成并打印。',
      okText: '启用',
      act: () => change.mutateAsync({ active: true }),
      done: '服务点已启用，请重新生成张贴码',
    });
  }

  return (
    <>
      <LinkButton to={`/points/${point.id}/edit`}>编辑</LinkButton>
      {point.active ? (
        <Button danger onClick={close}>
          停用
        </Button>
      ) : (
        <Button onClick={reopen}>启用</Button>
      )}
    </>
  );
}
