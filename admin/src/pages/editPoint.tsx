import { App } from 'antd';
import { useNavigate, useParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { usePoint } from '../features/points/api/getPoint';
import { EditPointForm } from '../features/points/editPointForm';
import { saved } from '../lib/saved';

export function Component() {
  const { pointId = '' } = useParams();
  const { data, error, refetch } = usePoint(pointId);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const back = `/points/${pointId}`;

  function goOn(): void {
    void message.success('已保存');
    void navigate(back, { state: saved });
  }

  return (
    <>
      <PageTop title="编辑服务点" back={{ to: back, label: data?.name ?? '返回' }} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <section className="panel formPanel">
          <EditPointForm point={data} onSaved={goOn} onCancel={() => void navigate(back)} />
        </section>
      )}
    </>
  );
}
