import { limits } from '@anxing/contract/limits';
import { regionLevelsPropose } from '@anxing/contract/regions';
import { Alert, App, Form, Select } from 'antd';

import { DayInput } from '../../components/dayInput';
import { FormDrawer } from '../../components/formDrawer';
import { NoteField } from '../../components/noteField';
import type { FieldRule } from '../../lib/forms/schemaRule';
import { useZone } from '../../lib/useZone';
import { addDays } from '../../lib/zoneTime';
import { useProposeLevels, useRegions } from './api/regions';
import { ChosenRegions } from './chosenRegions';
import { LevelTag } from './levelTag';
import { fieldOf, proposalOf, type ProposalValues } from './proposal';
import type { RegionRow } from './regionRow';

const { policy } = regionLevelsPropose.shape.changes.element.shape;

const someChosen: FieldRule = {
  validator: async (_rule, divisions: unknown) => {
    if (!Array.isArray(divisions) || divisions.length === 0) {
      throw new Error('请在列表中勾选至少一个区域');
    }
  },
};

function LevelField() {
  const { data } = useRegions({});
  const levels = data?.levels ?? [];

  return (
    <Form.Item name="level" label="等级" rules={[{ required: true, message: '请选择等级' }]}>
      <Select
        placeholder="请选择"
        options={levels.map(({ id }) => ({ value: id, label: <LevelTag levels={levels} level={id} /> }))}
      />
    </Form.Item>
  );
}

/** A level may begin as long ago as stays in a region count. */
function DayFields() {
  const { today } = useZone();
  const form = Form.useFormInstance<ProposalValues>();
  const earliest = addDays(today(), -limits.regionDays);
  const notBefore: FieldRule = {
    validator: async (_rule, lastDay: unknown) => {
      const from = form.getFieldValue('from') as string | undefined;
      if (typeof lastDay === 'string' && from !== undefined && lastDay < from) {
        throw new Error('最后一天不能早于开始日期');
      }
    },
  };

  return (
    <div className="fieldRow">
      <Form.Item
        name="from"
        label="开始日期"
        rules={[{ required: true, message: '请选择开始日期' }]}
        extra={`最早 ${earliest}`}
      >
        <DayInput placeholder="选择日期" isDayOpen={(day) => day >= earliest} />
      </Form.Item>
      <Form.Item
        name="lastDay"
        label="最后一天（选填）"
        dependencies={['from']}
        rules={[notBefore]}
        extra="不填为至另行通知"
      >
        <DayInput placeholder="至另行通知" isDayOpen={(day) => day >= earliest} />
      </Form.Item>
    </div>
  );
}

interface Props {
  regions: readonly RegionRow[];
  onProposed: () => void;
  onClose: () => void;
}

/** The same level for several regions; a second person puts it in force. */
export function ProposeDrawer({ regions, onProposed, onClose }: Props) {
  const { today } = useZone();
  const { message } = App.useApp();
  const propose = useProposeLevels();
  const names = new Map(regions.map(({ division, name }) => [division, name]));

  async function submit(values: ProposalValues): Promise<void> {
    await propose.mutateAsync(proposalOf(values));
    void message.success('已提交，等待另一位工作人员审批');
    onProposed();
  }

  return (
    <FormDrawer<ProposalValues>
      title="提出等级变更"
      initial={{ divisions: [...names.keys()], from: today() }}
      submitLabel="提交审批"
      isSaving={propose.isPending}
      submit={submit}
      fieldOf={fieldOf}
      onClose={onClose}
    >
      <Alert className="formFault" type="info" showIcon title="须由另一位工作人员审批后才生效。" />
      <Form.Item name="divisions" label={`区域（${names.size}）`} rules={[someChosen]}>
        <ChosenRegions names={names} />
      </Form.Item>
      <LevelField />
      <DayFields />
      <NoteField
        name="policy"
        label="防控要求（选填）"
        schema={policy}
        maxLength={limits.policyLength}
        extra="不填则用该等级的统一要求"
      />
      <NoteField
        name="note"
        label="依据"
        schema={regionLevelsPropose.shape.note}
        maxLength={limits.reasonLength}
        required="请写明依据"
        placeholder="例如：省指挥部 2026 年第 41 号通告"
      />
    </FormDrawer>
  );
}
