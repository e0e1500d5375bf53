import type { RuleVersion } from '@anxing/contract/ruleVersions';
import { Button } from 'antd';
import { useState } from 'react';

import { LinkButton } from '../../../components/linkButton';
import { useAbilities } from '../../../lib/ownUnit';
import { useConfirm } from '../../../lib/useConfirm';
import { useDiscardRules } from '../api/changeRules';
import { RollBackDialog } from './rollBackDialog';
import { SubmitDialog } from './submitDialog';

function DiscardButton({ version }: { version: number }) {
  const confirm = useConfirm();
  const discard = useDiscardRules(version);

  function ask(): void {
    confirm({
      title: `作废第 ${version} 版？`,
      content: '作废后不能再修改或提交，内容仍可查看，也可以作为新草稿的基础。',
      okText: '作废',
      isDanger: true,
      act: () => discard.mutateAsync(),
      done: '已作废',
    });
  }

  return (
    <Button danger onClick={ask}>
      作废
    </Button>
  );
}

/** The version in force is proposed once more to give up what was approved for later. */
function rollBackText({ state }: RuleVersion): string {
  return state === 'inForce' ? '取消待生效版本' : '恢复到此版本';
}

/** What can be done with a version, as the API says for whoever asks. */
export function VersionActions({ version }: { version: RuleVersion }) {
  const { manageRules } = useAbilities();
  const [open, setOpen] = useState<'submit' | 'rollBack'>();
  const { version: number, may } = version;

  return (
    <>
      {may.discard && <DiscardButton version={number} />}
      {may.rollBack && <Button onClick={() => setOpen('rollBack')}>{rollBackText(version)}</Button>}
      {manageRules && !may.change && <LinkButton to={`/rules/new?from=${number}`}>以此版本起草</LinkButton>}
      {may.change && <LinkButton to={`/rules/${number}/edit`}>编辑</LinkButton>}
      {may.submit && (
        <Button type="primary" onClick={() => setOpen('submit')}>
          提交审批
        </Button>
      )}
      {open === 'submit' && <SubmitDialog version={version} onClose={() => setOpen(undefined)} />}
      {open === 'rollBack' && <RollBackDialog version={version} onClose={() => setOpen(undefined)} />}
    </>
  );
}
