import { UploadOutlined } from '@ant-design/icons';
import type { FeedDetail } from '@anxing/contract/feeds';
import { Tabs, type TabsProps } from 'antd';
import { useParams, useSearchParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { LinkButton } from '../components/linkButton';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { pathOfFeed, useFeed } from '../features/feeds/api/feeds';
import { batchFilterShape } from '../features/feeds/batches/batchFilterShape';
import { BatchList } from '../features/feeds/batches/batchList';
import { ColumnTable } from '../features/feeds/columnTable';
import { FeedFacts } from '../features/feeds/feedFacts';
import { FreshnessBadge } from '../features/feeds/freshnessBadge';
import { KeyList } from '../features/feeds/keys/keyList';
import { useListState } from '../lib/list/useListState';
import { useAbilities } from '../lib/ownUnit';
import { useZone } from '../lib/useZone';

function Batches({ source }: { source: string }) {
  const list = useListState(batchFilterShape);

  return (
    <BatchList path={pathOfFeed(source)} pages={`/feeds/${encodeURIComponent(source)}/batches`} list={list} />
  );
}

function tabsOf({ feed, keys }: FeedDetail): NonNullable<TabsProps['items']> {
  return [
    { key: 'batches', label: '批次', children: <Batches source={feed.source} /> },
    { key: 'columns', label: '数据格式', children: <ColumnTable feed={feed} /> },
    { key: 'keys', label: '密钥', children: <KeyList source={feed.source} keys={keys} /> },
  ];
}

function FeedPage({ detail }: { detail: FeedDetail }) {
  const { feed } = detail;
  const { manageFeeds } = useAbilities();
  const { now } = useZone();
  const [search, setSearch] = useSearchParams();
  const items = tabsOf(detail);
  const active = items.find(({ key }) => key === search.get('tab')) ?? items[0];

  return (
    <>
      <PageTop
        title={feed.name}
        back={{ to: '/feeds', label: '数据源看板' }}
        tags={<FreshnessBadge feed={feed} now={now()} />}
      >
        {manageFeeds && feed.columns.length > 0 && (
          <LinkButton
            type="primary"
            icon={<UploadOutlined aria-hidden />}
            to={`/feeds/${encodeURIComponent(feed.source)}/upload`}
          >
            人工上传
          </LinkButton>
        )}
      </PageTop>
      <section className="panel" aria-label="基本信息">
        <FeedFacts feed={feed} />
      </section>
      <section className="panel">
        <Tabs
          items={items}
          activeKey={active?.key ?? ''}
          destroyOnHidden
          onChange={(tab) => setSearch({ tab }, { replace: true })}
        />
      </section>
    </>
  );
}

export function Component() {
  const { source = '' } = useParams();
  const { data, error, refetch } = useFeed(source);
  if (data) {
    return <FeedPage detail={data} />;
  }

  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
}
