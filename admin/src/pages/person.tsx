import { useParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { PasserPassages } from '../features/passages/passerPassages';
import { usePasser } from '../features/people/api/getPasser';
import { PasserFacts } from '../features/people/passerFacts';

export function Component() {
  const { personId = '' } = useParams();
  const { data, error, refetch } = usePasser(personId);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  }

  return (
    <>
      <PageTop title={data.name} back={{ to: '/passages', label: '出入记录' }} />
      <section className="panel" aria-label="基本信息">
        <PasserFacts passer={data} />
      </section>
      <h2 className="sectionTitle">在本单位的出入记录</h2>
      <PasserPassages path={`unit/people/${encodeURIComponent(data.id)}/passages`} without={['person']} />
    </>
  );
}
