import type { Unit } from '@anxing/contract/units';

import { FormDrawer } from '../../components/formDrawer';
import { useChangeUnit } from './api/changeUnits';
import { UnitNameField, UnitPlaceFields } from './unitFields';
import { changeInput, valuesOf } from './unitInput';

/** Kind and credit code stay: with another one it is another unit. */
export function EditUnitDrawer({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const change = useChangeUnit();

  return (
    <FormDrawer
      title={`修改单位：${unit.name}`}
      initial={valuesOf(unit)}
      submitLabel="保存修改"
      isSaving={change.isPending}
      submit={(values) => change.mutateAsync({ id: unit.id, ...changeInput(values) })}
      onClose={onClose}
    >
      <UnitNameField />
      <UnitPlaceFields />
    </FormDrawer>
  );
}
