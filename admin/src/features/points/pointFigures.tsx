import type { Point } from '@anxing/contract/points';
import { Link } from 'react-router';

import { ErrorState } from '../../components/errorState';
import { Loading } from '../../components/loading';
import { usePointPage } from './api/listPoints';
import { usePointTotals } from './api/pointTotals';

const shown = 5;
const withoutPoster = { poster: 'missing' } as const;

function BarePoints({ points, hasMore }: { points: readonly Point[]; hasMore: boolean }) {
  return (
    <ul className="plainList" aria-label="未生成张贴码的服务点">
      {points.map(({ id, name }) => (
        <li key={id}>
          <Link to={`/points/${id}`}>{name}</Link>
        </li>
      ))}
      {hasMore && (
        <li>
          <Link to="/points?poster=missing">在列表中查看</Link>
        </li>
      )}
    </ul>
  );
}

/** How many points are open, and which of them nobody can scan at yet. */
export function PointFigures() {
  const { data: totals, error, refetch } = usePointTotals({}, true);
  const { data: bare } = usePointPage({ ...withoutPoster, limit: shown });
  if (error && !totals) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (!totals) {
    return <Loading />;
  }

  return (
    <>
      <p>
        使用中的服务点 <strong>{totals.open}</strong> 个，其中未生成张贴码 <strong>{totals.missing}</strong>{' '}
        个。
      </p>
      {totals.missing > 0 && bare && (
        <BarePoints points={bare.items} hasMore={totals.missing > bare.items.length} />
      )}
    </>
  );
}
