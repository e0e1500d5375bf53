import { Link } from 'react-router';

import { ErrorState } from '../../components/errorState';
import { Loading } from '../../components/loading';
import { useAllPoints } from './api/allPoints';

const shown = 5;

/** How many points are open, and which of them nobody can scan at yet. */
export function PointFigures() {
  const { data, error, refetch } = useAllPoints();
  if (error && !data) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }
  const open = data.filter(({ active }) => active);
  const bare = open.filter(({ poster }) => poster === null);

  return (
    <>
      <p>
        使用中的服务点 <strong>{open.length}</strong> 个，其中未生成张贴码 <strong>{bare.length}</strong> 个。
      </p>
      {bare.length > 0 && (
        <ul className="plainList" aria-label="未生成张贴码的服务点">
          {bare.slice(0, shown).map(({ id, name }) => (
            <li key={id}>
              <Link to={`/points/${id}`}>{name}</Link>
            </li>
          ))}
          {bare.length > shown && (
            <li>
              <Link to="/points">在列表中查看</Link>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
