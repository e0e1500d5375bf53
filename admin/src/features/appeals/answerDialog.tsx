import { appealAsk, appealDismissal } from '@anxing/contract/appeals';
import { limits } from '@anxing/contract/limits';

import { FormDialog } from '../../components/formDialog';
import { NoteField } from '../../components/noteField';
import { useAnswerAppeal } from './api/answerAppeal';

interface Props {
  id: string;
  onClose: () => void;
}

/** What the person should still say or show. */
export function AskDialog({ id, onClose }: Props) {
  const ask = useAnswerAppeal(id, 'ask');

  return (
    <FormDialog<{ text?: string }>
      title="要求补充材料"
      initial={{}}
      okText="发送"
      done="已发送给申诉人"
      submit={({ text = '' }) => ask.mutateAsync({ text })}
      onClose={onClose}
    >
      <NoteField
        name="text"
        label="需要补充什么"
        schema={appealAsk.shape.text}
        maxLength={limits.appealLength}
        required="请写明需要补充什么"
        placeholder="例如：请上传 11 月 18 日的核酸检测报告"
        extra="申诉人会收到，并可以继续填写和上传图片"
        isParagraph
      />
    </FormDialog>
  );
}

/** The reason stands; the person reads why. */
export function DismissDialog({ id, onClose }: Props) {
  const dismiss = useAnswerAppeal(id, 'dismiss');

  return (
    <FormDialog<{ answer?: string }>
      title="申诉不成立"
      initial={{}}
      okText="答复并办结"
      isDanger
      done="已答复，申诉办结"
      submit={({ answer = '' }) => dismiss.mutateAsync({ answer })}
      onClose={onClose}
    >
      <NoteField
        name="answer"
        label="答复"
        schema={appealDismissal.shape.answer}
        maxLength={limits.appealLength}
        required="请写明为什么不成立"
        placeholder="请说明核查了什么、结果如何，以及还能怎么办"
        extra="申诉人会读到这段话。办结后不能更改，申诉人可以再次申诉。"
        isParagraph
      />
    </FormDialog>
  );
}
