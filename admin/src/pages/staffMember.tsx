import { useParams } from 'react-router';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { StateTag } from '../components/stateTag';
import { PasserPassages } from '../features/passages/passerPassages';
import { useStaffMember } from '../features/staff/api/getStaff';
import { StaffFacts } from '../features/staff/staffFacts';

export function Component() {
  const { staffId = '' } = useParams();
  const { data, error, refetch } = useStaffMember(staffId);
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  }

  return (
    <>
      <PageTop
        title={data.name}
        back={{ to: '/passages', label: '出入记录' }}
        tags={<StateTag isOn={data.active} />}
      />
      <section className="panel" aria-label="基本信息">
        <StaffFacts member={data} />
      </section>
      <h2 className="sectionTitle">查验记录</h2>
      <PasserPassages path={`unit/staff/${encodeURIComponent(data.id)}/passages`} without={['kind']} />
    </>
  );
}
