import type { Point } from '@anxing/contract/points';
import { Tag } from 'antd';

/** Whether people can scan in at a point, and whether somebody printed what they scan. */
export function PosterTag({ point: { active, poster } }: { point: Point }) {
  if (poster) {
    return <Tag color="success">{poster.printed > 0 ? '有效' : '有效，未打印'}</Tag>;
  }

  return active ? <Tag color="warning">未生成</Tag> : <Tag>无</Tag>;
}
