import type { Override } from '@anxing/contract/overrides';
import { Button, Descriptions, Drawer } from 'antd';
import { Link } from 'react-router';

import { ChangeStateTag } from '../../components/changeStateTag';
import { EvidenceList } from '../../components/evidenceList';
import { Instant } from '../../components/instant';
import { useConfirm } from '../../lib/useConfirm';
import { useWithdrawOverride } from './api/overrides';
import { withRecords } from './overrideWords';
import type { OverrideSide } from './useOverrideSide';

function People({ people, examples }: Override) {
  return (
    <>
      {`共 ${people} 人`}
      <ul>
        {examples.map(({ name, idNumber }, index) => (
          <li key={`${idNumber}-${index}`}>{[name, idNumber].filter(Boolean).join(' ')}</li>
        ))}
      </ul>
      {people > examples.length && <span className="soft">{`只列出前 ${examples.length} 人`}</span>}
    </>
  );
}

function WithdrawButton({ override }: { override: Override }) {
  const confirm = useConfirm();
  const withdraw = useWithdrawOverride();

  function ask(): void {
    confirm({
      title: '撤回这项变更？',
      content: '撤回后不再进入审批，需要时请重新提出。只有提出的人可以撤回。',
      okText: '撤回',
      isDanger: true,
      act: () => withdraw.mutateAsync(override.id),
      done: '已撤回',
    });
  }

  return (
    <Button danger onClick={ask}>
      撤回
    </Button>
  );
}

function endItems({ days, until, state }: Override) {
  return days === null
    ? [{ key: 'days', label: '有效期', children: withRecords }]
    : [
        { key: 'days', label: '有效天数', children: `${days} 天` },
        {
          key: 'until',
          label: '有效至',
          children: <Instant at={until} instead={state === 'waiting' ? '批准后起算' : '—'} />,
        },
      ];
}

interface Props {
  override: Override;
  side: OverrideSide;
  onClose: () => void;
}

/** One change of colour by hand, in full. */
export function OverrideDrawer({ override, side, onClose }: Props) {
  const { state, reasonName, explanation, evidenceNumber, evidence, note } = override;

  return (
    <Drawer open title={override.kindName} size={520} onClose={onClose}>
      <Descriptions
        className="factSheet"
        column={1}
        bordered
        size="small"
        items={[
          { key: 'state', label: '状态', children: <ChangeStateTag state={state} /> },
          { key: 'people', label: '人员', children: <People {...override} /> },
          { key: 'reason', label: '理由', children: reasonName },
          { key: 'explanation', label: '说明', children: explanation },
          { key: 'number', label: '证明编号', children: <span lang="en">{evidenceNumber ?? '—'}</span> },
          {
            key: 'evidence',
            label: '证明材料',
            children: <EvidenceList path={side.evidence} files={evidence} />,
          },
          ...endItems(override),
          { key: 'by', label: '提出单位', children: override.proposedBy },
          { key: 'at', label: '提出时间', children: <Instant at={override.proposedAt} /> },
          { key: 'decided', label: '处理时间', children: <Instant at={override.decidedAt} /> },
          ...(note ? [{ key: 'note', label: '处理意见', children: note }] : []),
        ]}
      />
      <div className="drawerButtons">
        {side.isOperator && <Link to={`/changes/${override.changeId}`}>查看审批</Link>}
        {!side.isOperator && state === 'waiting' && <WithdrawButton override={override} />}
      </div>
    </Drawer>
  );
}
