import { useParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { useAppeal } from '../features/appeals/api/appeals';
import { AppealAnswer } from '../features/appeals/appealAnswer';
import { AppealFacts } from '../features/appeals/appealFacts';
import { AppealTags } from '../features/appeals/appealTags';
import { AppealTimeline } from '../features/appeals/appealTimeline';

export function Component() {
  const { appealId = '' } = useParams();
  const { data, error, refetch } = useAppeal(appealId);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  }

  return (
    <>
      <PageTop
        title={`${data.person.name}的申诉`}
        back={{ to: '/appeals', label: '申诉' }}
        tags={<AppealTags {...data} />}
      />
      <section className="panel" aria-label="基本信息">
        <AppealFacts appeal={data} />
      </section>
      <section className="panel" aria-labelledby="appeal-events">
        <h2 id="appeal-events">经过</h2>
        <AppealTimeline events={data.events} />
      </section>
      <AppealAnswer appeal={data} />
    </>
  );
}
