import type { InitialPassword, StaffMember } from '@anxing/contract/units';
import { Button, Space } from 'antd';

import { useOwnUnit } from '../../lib/ownUnit';
import { useConfirm } from '../../lib/useConfirm';
import { useChangeStaff, useResetStaff } from './api/changeStaff';

interface Props {
  member: StaffMember;
  onEdit: () => void;
  onReset: (slip: InitialPassword) => void;
}

function useQuestions({ member, onReset }: Props) {
  const { id, name, active } = member;
  const confirm = useConfirm();
  const change = useChangeStaff();
  const reset = useResetStaff();

  return {
    switch: () =>
      confirm({
        title: active ? `停用“${name}”的账号？` : `启用“${name}”的账号？`,
        content: active
          ? '该账号会立即退出登录，正在到岗的会自动离岗。可以随时重新启用。'
          : '启用后可使用原来的密码登录。',
        okText: active ? '停用' : '启用',
        isDanger: active,
        act: () => change.mutateAsync({ id, active: !active }),
        done: active ? '账号已停用' : '账号已启用',
      }),
    reset: () =>
      confirm({
        title: `重置“${name}”的密码？`,
        content: '原密码立即失效，该账号会退出登录。新的初始密码只显示一次。',
        okText: '重置密码',
        isDanger: true,
        act: async () => onReset(await reset.mutateAsync(id)),
        done: '密码已重置',
      }),
  };
}

/** The owner is the operator's affair, and nobody locks himself out. */
export function StaffActions(props: Props) {
  const { member, onEdit } = props;
  const { staff } = useOwnUnit();
  const questions = useQuestions(props);
  if (member.id === staff.id) {
    return <span className="soft">本人</span>;
  }
  if (member.roles.includes('owner')) {
    return <span className="soft">由平台管理</span>;
  }

  return (
    <Space size={4} wrap>
      <Button type="link" size="small" aria-label={`修改 ${member.name}`} onClick={onEdit}>
        修改
      </Button>
      <Button type="link" size="small" aria-label={`重置密码 ${member.name}`} onClick={questions.reset}>
        重置密码
      </Button>
      <Button
        type="link"
        size="small"
        danger={member.active}
        aria-label={`${member.active ? '停用' : '启用'} ${member.name}`}
        onClick={questions.switch}
      >
        {member.active ? '停用' : '启用'}
      </Button>
    </Space>
  );
}
