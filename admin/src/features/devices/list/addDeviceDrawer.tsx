import type { DeviceCreate, DeviceCreated } from '@anxing/contract/devices';

import { FormDrawer } from '../../../components/formDrawer';
import { useDeviceModels } from '../api/deviceModels';
import { useAddDevice } from '../api/devices';
import { modelName } from '../modelName';
import { ModelField, NameField, PointField, SerialField, type Option } from './deviceFields';

interface Props {
  points: readonly Option[];
  onAdded: (created: DeviceCreated) => void;
  onClose: () => void;
}

export function AddDeviceDrawer({ points, onAdded, onClose }: Props) {
  const add = useAddDevice();
  const { data = [] } = useDeviceModels();
  const models = data
    .filter(({ state }) => state === 'approved')
    .map((model) => ({ value: model.id, label: modelName(model) }));
  const inputOf = ({ name = '', modelId = '', pointId = '', serial = '' }: Partial<DeviceCreate>) => ({
    name,
    modelId,
    pointId,
    serial: serial.trim(),
  });

  return (
    <FormDrawer<Partial<DeviceCreate>>
      title="添加设备"
      initial={models.length === 1 && models[0] ? { modelId: models[0].value } : {}}
      submitLabel="添加并生成备案码"
      isSaving={add.isPending}
      submit={async (values) => onAdded(await add.mutateAsync(inputOf(values)))}
      onClose={onClose}
    >
      <NameField />
      <ModelField models={models} />
      <SerialField />
      <PointField points={points} />
    </FormDrawer>
  );
}
