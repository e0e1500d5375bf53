import type { Region, RegionHistoryItem, RegionLevel } from '@anxing/contract/regions';
import { Drawer, Empty, Tag } from 'antd';
import { Link } from 'react-router';

import { ErrorState } from '../../components/errorState';
import { Instant } from '../../components/instant';
import { Loading } from '../../components/loading';
import { useRegionHistory } from './api/regions';
import { LevelTag } from './levelTag';
import { periodText } from './periodText';

interface Props {
  region: Region;
  levels: readonly RegionLevel[];
  onClose: () => void;
}

function Item({ item, levels }: { item: RegionHistoryItem; levels: readonly RegionLevel[] }) {
  const { level, from, until, policy, recordedFrom, recordedUntil, changeId } = item;

  return (
    <li className="timelineItem">
      <p className="timelineHead">
        <LevelTag levels={levels} level={level} />
        <strong>{periodText(from, until)}</strong>
        {recordedUntil !== null && <Tag>已被替代</Tag>}
      </p>
      <p>{policy}</p>
      <p className="soft">
        记录于 <Instant at={recordedFrom} />
        {recordedUntil !== null && (
          <>
            ，至 <Instant at={recordedUntil} />
          </>
        )}
      </p>
      {changeId && <Link to={`/changes/${changeId}`}>查看审批</Link>}
    </li>
  );
}

/** All that was ever on record of a region, so that yesterday's decision can be explained. */
export function HistoryDrawer({ region, levels, onClose }: Props) {
  const { data, error, refetch } = useRegionHistory(region.division);

  return (
    <Drawer open title={`等级历史：${region.name}`} size={520} onClose={onClose}>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <Empty description="没有为这个区域单独设置过等级" />}
      {data && data.items.length > 0 && (
        <ol className="timeline" aria-label="等级历史">
          {data.items.map((item) => (
            <Item key={item.id} item={item} levels={levels} />
          ))}
        </ol>
      )}
    </Drawer>
  );
}
