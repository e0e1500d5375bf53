import type { Point } from '@anxing/contract/points';
import { isUnscanned, type PosterState } from '@anxing/contract/posters';
import { Tag } from 'antd';

import { Instant } from '../../components/instant';

/** A poster that is out for days and was never scanned may hang where nobody sees it. */
function SilentHint({ poster }: { poster: PosterState }) {
  return isUnscanned(poster, Date.now()) ? (
    <div className="silentPoster">
      <Instant at={poster.firstPrintedAt} isDay /> 打印，至今无人扫码
    </div>
  ) : null;
}

/** Whether people can scan in at a point, and whether somebody printed what they scan. */
export function PosterTag({ point: { active, poster } }: { point: Point }) {
  if (poster) {
    return (
      <>
        <Tag color="success">{poster.printed > 0 ? '有效' : '有效，未打印'}</Tag>
        <SilentHint poster={poster} />
      </>
    );
  }

  return active ? <Tag color="warning">未生成</Tag> : <Tag>无</Tag>;
}
