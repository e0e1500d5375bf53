import type { Feed } from '@anxing/contract/feeds';
import { Alert } from 'antd';

import { ErrorState } from '../../../components/errorState';
import { Instant } from '../../../components/instant';
import { RecordList } from '../../../components/recordList';
import { useFeedBoard } from '../api/feeds';
import { feedColumns } from './feedColumns';

const sourceOf = ({ source }: Feed) => source;

/** What late sources mean for the people. */
function LateWarning({ feeds }: { feeds: readonly Feed[] }) {
  const late = feeds.filter(({ isLate, requiredForGreen }) => isLate && requiredForGreen);
  if (late.length === 0) {
    return null;
  }

  return (
    <Alert
      className="pageAlert"
      type="error"
      showIcon
      title={`${late.length} 个绿码必需的数据源已超时：${late.map(({ name }) => name).join('、')}`}
      description="恢复报送之前，原本应为绿码的人员显示“核验中”。请尽快联系数据源。"
    />
  );
}

/** Every source with the age of its data; asked for again every 30 seconds. */
export function FeedList() {
  const { data, error, isLoading, refetch } = useFeedBoard();
  if (error && !data) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const feeds = data?.feeds ?? [];
  const now = data?.serverTime ?? 0;

  return (
    <>
      <LateWarning feeds={feeds} />
      {error && (
        <Alert className="pageAlert" type="warning" showIcon title="暂时无法更新，以下是上一次的结果" />
      )}
      <RecordList
        label="数据源"
        columns={feedColumns(now)}
        records={feeds}
        keyOf={sourceOf}
        isLoading={isLoading}
        emptyText="没有配置数据源"
      />
      {data && (
        <p className="soft listFoot">
          更新于 <Instant at={now} />
          ，每 30 秒自动更新
        </p>
      )}
    </>
  );
}
