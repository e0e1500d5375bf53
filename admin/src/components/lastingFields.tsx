import { limits } from '@anxing/contract/limits';
import { overrideDays } from '@anxing/contract/overrides';
import { Form, InputNumber, Radio } from 'antd';

import { requiredRule } from '../lib/forms/schemaRule';

/** How long a change by hand lasts, as a form has it. */
export interface Lasting {
  /** Together with the records that it lifts, or after some days. */
  ends?: 'records' | 'days';
  days?: number | null;
}

export const usualDays = 14;

/** For how many days; null: as long as the records. */
export function daysIn({ ends, days = null }: Lasting): number | null {
  return ends === 'records' ? null : (days ?? 0);
}

interface Props {
  /** Whether it lifts records, and does not set a colour. */
  isLift: boolean;
  most?: number;
}

function DaysField({ isLift, most }: Required<Props>) {
  const after = isLift ? '到期后，仍有效的记录可能使健康码再次变色' : '到期自动恢复';

  return (
    <Form.Item
      name="days"
      label="有效天数"
      rules={[requiredRule(overrideDays, '请填写天数')]}
      extra={`自批准起计算，最多 ${most} 天；${after}`}
    >
      <InputNumber min={1} max={most} precision={0} controls={false} suffix="天" />
    </Form.Item>
  );
}

/** A lift may end with the records that it lifts; a colour that is set always ends after some days. */
export function LastingFields({ isLift, most = limits.overrideDays }: Props) {
  const ends = Form.useWatch<Lasting['ends']>('ends');

  return (
    <>
      {isLift && (
        <Form.Item name="ends" label="有效期" extra="只解除提出时已在案的记录；之后新报送的记录照常计入">
          <Radio.Group
            className="stackedRadios"
            options={[
              { value: 'records', label: '与所涉记录同时失效' },
              { value: 'days', label: '按天数' },
            ]}
          />
        </Form.Item>
      )}
      {(!isLift || ends !== 'records') && <DaysField isLift={isLift} most={most} />}
    </>
  );
}
