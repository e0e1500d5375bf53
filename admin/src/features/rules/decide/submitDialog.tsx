import type { RuleVersion } from '@anxing/contract/ruleVersions';
import { Alert, Form, Radio } from 'antd';

import { FormDialog } from '../../../components/formDialog';
import { InstantInput } from '../../../components/instantInput';
import { useZone } from '../../../lib/useZone';
import { useSubmitRules } from '../api/changeRules';
import { NoLiftAlert } from '../words/noLift';
import { ConfirmTurned } from './confirmTurned';

interface Values {
  when: 'approved' | 'later';
  takesForceAt?: number;
  confirmTurned?: number | null;
}

const choices = [
  { value: 'approved', label: '批准后立即生效' },
  { value: 'later', label: '批准后，到指定时间生效' },
];

function TimeField() {
  const { today, now } = useZone();
  const when = Form.useWatch<Values['when']>('when');
  const isLater = {
    validator: async (_rule: unknown, at: unknown) => {
      if (typeof at !== 'number') {
        throw new Error('请选择生效时间');
      }
      if (at <= now()) {
        throw new Error('生效时间须晚于现在');
      }
    },
  };

  return when === 'later' ? (
    <Form.Item name="takesForceAt" label="生效时间" required rules={[isLater]}>
      <InstantInput timeLabel="生效时刻" placeholder="选择日期" isDayOpen={(day) => day >= today()} />
    </Form.Item>
  ) : null;
}

/** Hands a version to the second person; a large one only after its number was typed. */
export function SubmitDialog({ version, onClose }: { version: RuleVersion; onClose: () => void }) {
  const submit = useSubmitRules(version.version);
  const { dryRun } = version;
  const isTried = dryRun?.state === 'done' && dryRun.scope === 'everyone';

  return (
    <FormDialog<Values>
      title={`提交第 ${version.version} 版审批`}
      initial={{ when: 'approved' }}
      okText="提交审批"
      done="已提交，等待另一位工作人员审批"
      submit={({ when, takesForceAt, confirmTurned }) =>
        submit.mutateAsync({
          ...(when === 'later' ? { takesForceAt } : {}),
          ...(typeof confirmTurned === 'number' ? { confirmTurned } : {}),
        })
      }
      onClose={onClose}
    >
      {!isTried && (
        <Alert
          className="formFault"
          type="warning"
          showIcon
          title="还没有对全部人员试算，请先在“试算”中进行。"
        />
      )}
      <NoLiftAlert rules={version.rules} />
      <Form.Item name="when" label="何时生效">
        <Radio.Group className="stackedRadios" options={choices} />
      </Form.Item>
      <TimeField />
      {dryRun?.isAboveShare && <ConfirmTurned turned={dryRun.turned} />}
    </FormDialog>
  );
}
