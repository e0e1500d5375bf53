import { Tag } from 'antd';

/** In use or not, in words. */
export function StateTag({
  isOn,
  on = '使用中',
  off = '已停用',
}: {
  isOn: boolean;
  on?: string;
  off?: string;
}) {
  return <Tag color={isOn ? 'success' : 'default'}>{isOn ? on : off}</Tag>;
}
