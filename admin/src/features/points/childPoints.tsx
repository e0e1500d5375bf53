import { PlusOutlined } from '@ant-design/icons';
import type { FlowItem } from '@anxing/contract/flow';
import type { Point } from '@anxing/contract/points';

import { ErrorState } from '../../components/errorState';
import { LinkButton } from '../../components/linkButton';
import { RecordList } from '../../components/recordList';
import { useAllPoints } from './api/allPoints';
import { usePointColumns } from './pointColumns';
import { possibleParents } from './tree';

interface Props {
  point: Point;
  flows: ReadonlyMap<string, FlowItem>;
  mayAdd: boolean;
}

/** The points directly below one. */
export function ChildPoints({ point, flows, mayAdd }: Props) {
  const { data = [], error, isFetching, refetch } = useAllPoints();
  const columns = usePointColumns(flows);
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  const takesMore = possibleParents(data).some(({ id }) => id === point.id);

  return (
    <>
      {mayAdd && takesMore && (
        <p className="tabActions">
          <LinkButton icon={<PlusOutlined aria-hidden />} to={`/points/new?parent=${point.id}`}>
            新建下级服务点
          </LinkButton>
        </p>
      )}
      <RecordList
        label="下级服务点"
        columns={columns}
        records={data.filter(({ parentId }) => parentId === point.id)}
        keyOf={({ id }) => id}
        isLoading={isFetching}
        emptyText="没有下级服务点"
      />
    </>
  );
}
