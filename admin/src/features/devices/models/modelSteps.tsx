import type { DeviceModel } from '@anxing/contract/devices';
import { Steps } from 'antd';

/** Which of the steps comes next, counted from 0. */
function nextStep({ state, conformedAt }: DeviceModel): number {
  if (state === 'approved') {
    return 4;
  }
  if (state === 'waiting') {
    return 3;
  }

  return conformedAt === null ? 1 : 2;
}

/** How far a model is on its way to the door. */
export function ModelSteps({ model }: { model: DeviceModel }) {
  const titles = ['备案', '联调测试', '确认协议', '平台审批', '可添加设备'];

  return (
    <Steps
      size="small"
      current={nextStep(model)}
      {...(model.state === 'refused' ? { status: 'error' as const } : {})}
      items={titles.map((title) => ({ title }))}
    />
  );
}
