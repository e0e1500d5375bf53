import { changeApproval, changeRefusal, type Change } from '@anxing/contract/changes';
import { limits } from '@anxing/contract/limits';
import { Alert } from 'antd';

import { FormDialog } from '../../components/formDialog';
import { NoteField } from '../../components/noteField';
import { useDecideChange } from './api/decideChange';

interface Values {
  note?: string;
}

const wordings = {
  approve: {
    title: '批准这项变更？',
    okText: '批准',
    isDanger: false,
    done: '已批准',
    label: '审批意见（选填）',
    schema: changeApproval.shape.note,
    placeholder: '例如：已电话核实',
  },
  reject: {
    title: '驳回这项变更？',
    okText: '驳回',
    isDanger: true,
    done: '已驳回',
    label: '驳回理由',
    schema: changeRefusal.shape.note,
    required: '请写明理由，提出人会看到',
    placeholder: '提出人会看到',
  },
};

interface Props {
  change: Change;
  verdict: keyof typeof wordings;
  onClose: () => void;
}

/** The last look before a decision; a refusal says why. */
export function VerdictDialog({ change, verdict, onClose }: Props) {
  const decide = useDecideChange(change.id, change.kind);
  const { label, schema, placeholder, ...words } = wordings[verdict];
  const required = 'required' in words ? words.required : undefined;

  return (
    <FormDialog<Values>
      title={words.title}
      initial={{}}
      okText={words.okText}
      isDanger={words.isDanger}
      done={words.done}
      submit={({ note }) => decide.mutateAsync({ verdict, note: note?.trim() })}
      onClose={onClose}
    >
      <p className="dialogLead">{change.title}</p>
      {verdict === 'approve' && change.warning && (
        <Alert className="formFault" type="error" showIcon title={change.warning} />
      )}
      <NoteField
        name="note"
        label={label}
        schema={schema}
        maxLength={limits.reasonLength}
        placeholder={placeholder}
        {...(required ? { required } : {})}
      />
    </FormDialog>
  );
}
