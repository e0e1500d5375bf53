import { Form, Input } from 'antd';

import { editorRules, lengths } from './editorRules';

/** What the person is told. @param name place in the list of rules */
export function TextFields({ name }: { name: number }) {
  return (
    <>
      <h3>告诉本人的话</h3>
      <Form.Item name={[name, 'reason']} label="原因" rules={editorRules.reason}>
        <Input maxLength={lengths.reason} showCount autoComplete="off" />
      </Form.Item>
      <Form.Item name={[name, 'advice']} label="下一步该做什么" rules={editorRules.advice}>
        <Input.TextArea maxLength={lengths.advice} showCount autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name={[name, 'appeal']} label="如何申诉" rules={editorRules.appeal}>
        <Input.TextArea maxLength={lengths.appeal} showCount autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  );
}
