import { useParams } from 'react-router';

import { ChangeStateTag } from '../components/changeStateTag';
import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { useChange } from '../features/changes/api/changes';
import { ChangeFacts } from '../features/changes/changeFacts';
import { ChangeVerdict } from '../features/changes/changeVerdict';

export function Component() {
  const { changeId = '' } = useParams();
  const { data, error, refetch } = useChange(changeId);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  }

  return (
    <>
      <PageTop
        title={data.title}
        back={{ to: '/changes', label: '变更审批' }}
        tags={<ChangeStateTag state={data.state} />}
      />
      <section className="panel" aria-label="变更内容">
        <ChangeFacts change={data} />
      </section>
      <ChangeVerdict change={data} />
    </>
  );
}
