import type { Point } from '@anxing/contract/points';
import { Form, Select } from 'antd';

import { clearable } from '../../components/clearable';
import { useAllPoints } from './api/allPoints';
import { useCreatePoint } from './api/savePoint';
import { PointForm } from './pointForm';
import { pointInput, type PointValues } from './pointValues';
import { possibleParents, pathName } from './tree';

function ParentField({ points }: { points: readonly Point[] }) {
  const byId = new Map(points.map((point) => [point.id, point]));
  const options = possibleParents(points).map((point) => ({
    value: point.id,
    label: pathName(byId, point),
  }));

  return (
    <Form.Item
      name="parentId"
      label="上级服务点（选填）"
      extra="例如楼层选择所在大楼。上级的在场人数包含下级，且同一人只计一次；保存后不能更改。"
    >
      <Select
        allowClear={clearable}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="无"
        options={options}
        notFoundContent="没有可选的服务点"
      />
    </Form.Item>
  );
}

/** What a point below another one most likely has in common with it. */
function initialBelow(parent: Point | undefined): PointValues {
  return parent
    ? {
        kind: 'floor',
        parentId: parent.id,
        address: parent.address,
        category: parent.category,
        division: parent.division,
      }
    : { kind: 'place' };
}

interface Props {
  /** The point above, when somebody came from there. */
  parent: Point | undefined;
  onSaved: (point: Point) => void;
  onCancel: () => void;
}

export function NewPointForm({ parent, onSaved, onCancel }: Props) {
  const { data: points = [] } = useAllPoints();
  const create = useCreatePoint();

  return (
    <PointForm
      initial={initialBelow(parent)}
      parentField={<ParentField points={points} />}
      submitLabel="创建服务点"
      isSaving={create.isPending}
      submit={(values) => create.mutateAsync({ ...pointInput(values), parentId: values.parentId ?? null })}
      onSaved={onSaved}
      onCancel={onCancel}
    />
  );
}
