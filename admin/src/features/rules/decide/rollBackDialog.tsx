import { limits } from '@anxing/contract/limits';
import { ruleRollback, type RuleVersion } from '@anxing/contract/ruleVersions';

import { Alert } from 'antd';
import { useNavigate } from 'react-router';

import { FormDialog } from '../../../components/formDialog';
import { NoteField } from '../../../components/noteField';
import { useRollBack } from '../api/changeRules';
import { ConfirmTurned } from './confirmTurned';

interface Values {
  comment?: string;
  confirmTurned?: number | null;
}

function leadOf({ version, state }: RuleVersion): string {
  return state === 'inForce'
    ? `生效中的第 ${version} 版将继续生效，已批准、尚未生效的版本全部取消，由另一位工作人员审批后执行。`
    : `将以第 ${version} 版的规则建立一个新版本，由另一位工作人员审批后立即生效。现有版本都保留。`;
}

/** People of now are not those of then: rules that come back are tried like any others. */
function TrialNeeded({ version: { state, dryRun } }: { version: RuleVersion }) {
  const isTried = dryRun?.state === 'done' && dryRun.scope === 'everyone';

  return state === 'inForce' || isTried ? null : (
    <Alert className="formFault" type="warning" showIcon title="还没有对全部人员试算，请先在“试算”中进行。" />
  );
}

/** An earlier version comes back as a new one; nothing that was is overwritten. */
export function RollBackDialog({ version, onClose }: { version: RuleVersion; onClose: () => void }) {
  const rollBack = useRollBack(version.version);
  const navigate = useNavigate();
  const { state, dryRun } = version;
  const turned = state === 'past' && dryRun?.isAboveShare ? dryRun.turned : undefined;

  async function submit({ comment = '', confirmTurned }: Values): Promise<void> {
    const confirmed = typeof confirmTurned === 'number' ? { confirmTurned } : {};
    const made = await rollBack.mutateAsync({ comment: comment.trim(), ...confirmed });
    void navigate(`/rules/${made}`);
  }

  return (
    <FormDialog<Values>
      title={state === 'inForce' ? '取消待生效的版本' : `恢复第 ${version.version} 版的规则`}
      initial={{}}
      okText="提交审批"
      isDanger
      done="已提交，等待另一位工作人员审批"
      submit={submit}
      onClose={onClose}
    >
      <p className="dialogLead">{leadOf(version)}</p>
      <TrialNeeded version={version} />
      <NoteField
        name="comment"
        label={state === 'inForce' ? '取消的理由' : '恢复的理由'}
        schema={ruleRollback.shape.comment}
        maxLength={limits.reasonLength}
        required="请写明理由"
      />
      {turned !== undefined && <ConfirmTurned turned={turned} />}
    </FormDialog>
  );
}
