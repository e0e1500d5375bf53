import { App } from 'antd';
import { useNavigate } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { OverrideForm } from '../features/overrides/form/overrideForm';
import { useOverrideSide } from '../features/overrides/useOverrideSide';
import { useOverrideOptions } from '../lib/api/overrideOptions';
import { saved } from '../lib/saved';

const back = '/overrides';

export function Component() {
  const { path } = useOverrideSide();
  const { data, error, refetch } = useOverrideOptions(path);
  const navigate = useNavigate();
  const { message } = App.useApp();

  function goOn(): void {
    void message.success('已提交，等待另一位工作人员审批');
    void navigate(back, { state: saved });
  }

  return (
    <>
      <PageTop title="提出人工变更" back={{ to: back, label: '人工变更' }} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <section className="panel formPanel">
          <OverrideForm path={path} options={data} onProposed={goOn} onCancel={() => void navigate(back)} />
        </section>
      )}
    </>
  );
}
