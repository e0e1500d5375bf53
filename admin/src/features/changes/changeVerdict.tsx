import type { Change } from '@anxing/contract/changes';
import { Button } from 'antd';
import { useState } from 'react';

import { useAbilities } from '../../lib/ownUnit';
import { useConfirm } from '../../lib/useConfirm';
import { useZone } from '../../lib/useZone';
import { useDecideChange } from './api/decideChange';
import { VerdictDialog } from './verdictDialog';

/** Why somebody who looks at a change cannot decide it. */
function whyNot({ isMine, expiresAt }: Change, isApprover: boolean, now: number): string {
  if (isMine) {
    return '这是您本人提出的变更，须由另一位工作人员审批。在审批之前，您可以撤回。';
  }
  if (expiresAt <= now) {
    return '审批期限已过，不能再批准。需要时请提出人重新提出。';
  }

  return isApprover
    ? '这项变更涉及您本人，或由您本人的另一个账号提出，须由另一位工作人员审批。'
    : '审批由具有“审批”权限的另一位工作人员进行。';
}

function WithdrawButton({ change }: { change: Change }) {
  const confirm = useConfirm();
  const decide = useDecideChange(change.id, change.kind);

  function ask(): void {
    confirm({
      title: '撤回这项变更？',
      content: '撤回后不再进入审批，需要时请重新提出。',
      okText: '撤回',
      isDanger: true,
      act: () => decide.mutateAsync({ verdict: 'withdraw' }),
      done: '已撤回',
    });
  }

  return (
    <Button danger onClick={ask}>
      撤回
    </Button>
  );
}

/** What can be done with a change that waits, or why nothing can. */
export function ChangeVerdict({ change }: { change: Change }) {
  const { approveChanges } = useAbilities();
  const { now } = useZone();
  const [verdict, setVerdict] = useState<'approve' | 'reject'>();
  if (change.state !== 'waiting') {
    return null;
  }

  return (
    <section className="panel" aria-labelledby="change-verdict">
      <h2 id="change-verdict">审批</h2>
      {change.mayDecide ? (
        <div className="verdictButtons">
          <Button type="primary" onClick={() => setVerdict('approve')}>
            批准
          </Button>
          <Button danger onClick={() => setVerdict('reject')}>
            驳回
          </Button>
        </div>
      ) : (
        <p>{whyNot(change, approveChanges, now())}</p>
      )}
      {change.isMine && (
        <div className="verdictButtons">
          <WithdrawButton change={change} />
        </div>
      )}
      {verdict && <VerdictDialog change={change} verdict={verdict} onClose={() => setVerdict(undefined)} />}
    </section>
  );
}
