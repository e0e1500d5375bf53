import { Alert, Form, InputNumber } from 'antd';

/** Typed, not clicked: whoever does this shall have read the number. */
export function ConfirmTurned({ turned }: { turned: number }) {
  const isSame = {
    validator: async (_rule: unknown, typed: unknown) => {
      if (typed !== turned) {
        throw new Error('与试算的人数不一致，请核对');
      }
    },
  };

  return (
    <>
      <Alert
        className="formFault"
        type="error"
        showIcon
        title={`这个版本将使 ${turned.toLocaleString()} 人失去绿码，超过设定的比例。`}
      />
      <Form.Item
        name="confirmTurned"
        label="请输入将失去绿码的人数，以确认您已核对"
        required
        validateTrigger="onBlur"
        rules={[isSame]}
      >
        <InputNumber min={0} precision={0} controls={false} suffix="人" autoComplete="off" />
      </Form.Item>
    </>
  );
}
