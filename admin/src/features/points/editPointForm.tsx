import type { Point } from '@anxing/contract/points';

import { useChangePoint } from './api/savePoint';
import { PointForm } from './pointForm';
import { pointInput, valuesOf } from './pointValues';

interface Props {
  point: Point;
  onSaved: (point: Point) => void;
  onCancel: () => void;
}

/** The point above stays as it is: counts and records hang on it. */
export function EditPointForm({ point, onSaved, onCancel }: Props) {
  const change = useChangePoint(point.id);

  return (
    <PointForm
      initial={valuesOf(point)}
      parentField={null}
      submitLabel="保存修改"
      isSaving={change.isPending}
      submit={(values) => change.mutateAsync(pointInput(values))}
      onSaved={onSaved}
      onCancel={onCancel}
    />
  );
}
