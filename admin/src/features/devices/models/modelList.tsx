import { Empty } from 'antd';

import { ErrorState } from '../../../components/errorState';
import { Loading } from '../../../components/loading';
import { useDeviceModels } from '../api/deviceModels';
import { ModelCard } from './modelCard';

/** The models that the unit registered, newest first. */
export function ModelList() {
  const { data, error, refetch } = useDeviceModels();
  if (error) {
    return <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  if (!data) {
    return <Loading />;
  }

  return data.length === 0 ? (
    <Empty description="还没有设备型号；登记型号并通过审批后，才能添加设备" />
  ) : (
    data.map((model) => <ModelCard key={model.id} model={model} />)
  );
}
