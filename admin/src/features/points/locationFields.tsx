import { AimOutlined } from '@ant-design/icons';
import { App, Button, Form, InputNumber } from 'antd';

import { degreeRule } from './pointRules';

const latitude = ['location', 'latitude'];
const longitude = ['location', 'longitude'];

/** Seven digits are a centimetre; the receiver is never that good. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Where the point is, by WGS 84; whoever stands there with a phone need not type it. */
export function LocationFields({ onLocated }: { onLocated: () => void }) {
  const form = Form.useFormInstance();
  const { message } = App.useApp();

  function locate(): void {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        form.setFieldValue(latitude, rounded(coords.latitude));
        form.setFieldValue(longitude, rounded(coords.longitude));
        onLocated();
      },
      () => void message.warning('无法获取当前位置，请手动填写'),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  }

  return (
    <fieldset className="fieldGroup">
      <legend>位置（选填）</legend>
      <div className="fieldRow">
        <Form.Item
          name={latitude}
          label="纬度"
          dependencies={[longitude]}
          rules={[({ getFieldValue }) => degreeRule(() => getFieldValue(longitude))]}
        >
          <InputNumber min={-90} max={90} step={0.0001} precision={6} controls={false} placeholder="WGS 84" />
        </Form.Item>
        <Form.Item
          name={longitude}
          label="经度"
          dependencies={[latitude]}
          rules={[({ getFieldValue }) => degreeRule(() => getFieldValue(latitude))]}
        >
          <InputNumber
            min={-180}
            max={180}
            step={0.0001}
            precision={6}
            controls={false}
            placeholder="WGS 84"
          />
        </Form.Item>
        <Button icon={<AimOutlined aria-hidden />} onClick={locate}>
          使用当前位置
        </Button>
      </div>
    </fieldset>
  );
}
