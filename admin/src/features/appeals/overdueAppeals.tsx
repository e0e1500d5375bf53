import { Alert } from 'antd';
import { Link } from 'react-router';

import { useAppealPage } from './api/appeals';

const shown = 5;

/** What should have been answered already stands first, wherever it is in the list. */
export function OverdueAppeals() {
  const { data } = useAppealPage({ overdue: 'true', limit: shown });
  const items = data?.items ?? [];
  if (items.length === 0) {
    return null;
  }

  return (
    <Alert
      className="pageAlert"
      type="error"
      showIcon
      title={
        data?.next ? `有 ${shown} 件以上的申诉已超时，请尽快处理` : `${items.length} 件申诉已超时，请尽快处理`
      }
      description={
        <ul className="plainList" aria-label="已超时的申诉">
          {items.map(({ id, person, reasons }) => (
            <li key={id}>
              <Link to={`/appeals/${id}`}>{`${person.name}：${reasons[0]?.text ?? ''}`}</Link>
            </li>
          ))}
          {data?.next && (
            <li>
              <Link to="/appeals?overdue=true">查看全部</Link>
            </li>
          )}
        </ul>
      }
    />
  );
}
