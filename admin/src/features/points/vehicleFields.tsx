import { limits } from '@anxing/contract/limits';
import { Form, Input } from 'antd';

import { pointRules } from './pointRules';
import type { PointValues } from './pointValues';

/** What only a vehicle has. */
export function VehicleFields() {
  const kind = Form.useWatch<PointValues['kind']>('kind');

  return kind === 'vehicle' ? (
    <div className="fieldRow">
      <Form.Item name="line" label="车次或线路（选填）" rules={pointRules.line}>
        <Input maxLength={limits.vehicleLineLength} placeholder="例如 1 路、K101 次" />
      </Form.Item>
      <Form.Item name="plate" label="车牌号码（选填）" rules={pointRules.plate}>
        <Input maxLength={12} placeholder="例如 京A12345" />
      </Form.Item>
    </div>
  ) : null;
}
