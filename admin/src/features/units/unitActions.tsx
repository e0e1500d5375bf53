import type { InitialPassword, Unit } from '@anxing/contract/units';
import { Button, Space } from 'antd';

import { useConfirm } from '../../lib/useConfirm';
import { useChangeUnit, useResetOwner } from './api/changeUnits';

interface Props {
  unit: Unit;
  onEdit: () => void;
  onReset: (slip: InitialPassword) => void;
}

function useQuestions({ unit: { id, name, active }, onReset }: Props) {
  const confirm = useConfirm();
  const change = useChangeUnit();
  const reset = useResetOwner();

  return {
    switch: () =>
      confirm({
        title: active ? `停用“${name}”？` : `恢复“${name}”？`,
        content: active
          ? '该单位的所有账号会立即退出登录且不能再登录，已有数据保留。可以随时恢复。'
          : '该单位的账号可以重新登录。',
        okText: active ? '停用单位' : '恢复单位',
        isDanger: active,
        act: () => change.mutateAsync({ id, active: !active }),
        done: active ? '单位已停用' : '单位已恢复',
      }),
    reset: () =>
      confirm({
        title: `重置“${name}”负责人的密码？`,
        content: '原密码立即失效，负责人会退出登录。新的初始密码只显示一次。',
        okText: '重置密码',
        isDanger: true,
        act: async () => onReset(await reset.mutateAsync(id)),
        done: '密码已重置',
      }),
  };
}

/** The operator's own unit is not for suspending: nobody could undo it. */
export function UnitActions(props: Props) {
  const { unit, onEdit } = props;
  const questions = useQuestions(props);
  if (unit.kind === 'operator') {
    return <span className="soft">平台自身</span>;
  }

  return (
    <Space size={4} wrap>
      <Button type="link" size="small" aria-label={`修改 ${unit.name}`} onClick={onEdit}>
        修改
      </Button>
      <Button type="link" size="small" aria-label={`重置密码 ${unit.name}`} onClick={questions.reset}>
        重置密码
      </Button>
      <Button
        type="link"
        size="small"
        danger={unit.active}
        aria-label={`${unit.active ? '停用' : '恢复'} ${unit.name}`}
        onClick={questions.switch}
      >
        {unit.active ? '停用' : '恢复'}
      </Button>
    </Space>
  );
}
