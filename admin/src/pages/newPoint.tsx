import { App } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';

import type { Point } from '@anxing/contract/points';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { useAllPoints } from '../features/points/api/allPoints';
import { NewPointForm } from '../features/points/newPointForm';
import { saved } from '../lib/saved';

export function Component() {
  const [search] = useSearchParams();
  const parentId = search.get('parent');
  const { data, error, refetch } = useAllPoints();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const back = parentId ? `/points/${parentId}` : '/points';

  function goOn({ id }: Point): void {
    void message.success('服务点已创建，请生成张贴码');
    void navigate(`/points/${id}`, { state: saved });
  }

  return (
    <>
      <PageTop title="新建服务点" back={{ to: back, label: '返回' }} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <section className="panel formPanel">
          <NewPointForm
            parent={data.find(({ id }) => id === parentId)}
            onSaved={goOn}
            onCancel={() => void navigate(back)}
          />
        </section>
      )}
    </>
  );
}
