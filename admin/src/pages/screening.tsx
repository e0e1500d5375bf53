import { DatabaseOutlined, UploadOutlined } from '@ant-design/icons';

import { ErrorState } from '../components/errorState';
import { LinkButton } from '../components/linkButton';
import { Loading } from '../components/loading';
import { PageTop } from '../components/pageTop';
import { useScreeningBoard } from '../features/screening/api/screening';
import { GroupTable } from '../features/screening/groupTable';
import { useAbilities } from '../lib/ownUnit';

/** Who is on the lists, where they come from, and where one is handed in. */
function Actions() {
  const { manageFeeds } = useAbilities();

  return (
    <>
      <LinkButton to="/screening/people">名单人员</LinkButton>
      <LinkButton icon={<DatabaseOutlined aria-hidden />} to="/feeds/screening">
        名单批次
      </LinkButton>
      {manageFeeds && (
        <LinkButton type="primary" icon={<UploadOutlined aria-hidden />} to="/feeds/screening/upload">
          上传名单
        </LinkButton>
      )}
    </>
  );
}

export function Component() {
  const { data, error, refetch } = useScreeningBoard();

  return (
    <>
      <PageTop title="检测名单">
        <Actions />
      </PageTop>
      {!data && !error && <Loading />}
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && <GroupTable {...data} />}
    </>
  );
}
