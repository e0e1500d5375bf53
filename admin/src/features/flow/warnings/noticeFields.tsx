import type { NoticeChoices } from '@anxing/contract/flow';
import { Form, Radio, Select } from 'antd';

export type NoticeKind = 'managers' | 'chosen' | 'nobody';

export interface NoticeValues {
  notice: NoticeKind;
  staffIds: string[];
}

export function noticeValues({ staffIds }: NoticeChoices): NoticeValues {
  if (staffIds === null) {
    return { notice: 'managers', staffIds: [] };
  }

  return { notice: staffIds.length > 0 ? 'chosen' : 'nobody', staffIds };
}

/** As the API takes it. */
export function staffIdsOf({ notice, staffIds }: NoticeValues): string[] | null {
  return notice === 'managers' ? null : notice === 'nobody' ? [] : staffIds;
}

const kinds: { value: NoticeKind; label: string }[] = [
  { value: 'managers', label: '单位负责人和管理员' },
  { value: 'chosen', label: '指定人员' },
  { value: 'nobody', label: '不发送站内消息' },
];

/** Who gets a message when the point warns; the board shows it in any case. */
export function NoticeFields({ choices }: Pick<NoticeChoices, 'choices'>) {
  const kind = Form.useWatch<NoticeKind>('notice');

  return (
    <>
      <Form.Item name="notice" label="预警时通知">
        <Radio.Group className="stackedRadios" options={kinds} />
      </Form.Item>
      {kind === 'chosen' && (
        <Form.Item
          name="staffIds"
          label="接收人员"
          rules={[{ required: true, type: 'array', min: 1, message: '请选择至少一名工作人员' }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择工作人员"
            options={choices.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
    </>
  );
}
