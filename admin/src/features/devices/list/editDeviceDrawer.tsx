import type { Device } from '@anxing/contract/devices';

import { FormDrawer } from '../../../components/formDrawer';
import { useChangeDevice } from '../api/devices';
import { NameField, PointField, type Option } from './deviceFields';

interface Values {
  name: string;
  pointId: string;
}

/** Another name, or another place: in force with the device's next request. */
export function EditDeviceDrawer(props: { of: Device; points: readonly Option[]; onClose: () => void }) {
  const { of, points, onClose } = props;
  const change = useChangeDevice();
  const isOpen = points.some(({ value }) => value === of.point.id);
  // A point that was closed since is still where the device stands.
  const choices = isOpen ? points : [{ value: of.point.id, label: of.point.name }, ...points];

  function changed({ name, pointId }: Values) {
    return { id: of.id, name, ...(pointId === of.point.id ? {} : { pointId }) };
  }

  return (
    <FormDrawer<Values>
      title={`修改设备：${of.name}`}
      initial={{ name: of.name, pointId: of.point.id }}
      submitLabel="保存修改"
      isSaving={change.isPending}
      submit={(values) => change.mutateAsync(changed(values))}
      onClose={onClose}
    >
      <NameField />
      <PointField points={choices} />
    </FormDrawer>
  );
}
