import { Checkbox, type TableProps } from 'antd';
import { useCallback, useState } from 'react';

import type { RowSelection } from './rowSelection';

interface Rows<T> {
  records: readonly T[];
  keyOf: (record: T) => string;
  selection: RowSelection<T>;
}

/** antd draws the head once more, unseen, to measure its columns: a box there could be reached by keyboard. */
function useIsCopy() {
  const [isCopy, setIsCopy] = useState(false);
  const holder = useCallback((element: HTMLElement | null) => {
    if (element) {
      setIsCopy(element.closest('[aria-hidden="true"]') !== null);
    }
  }, []);

  return { isCopy, holder };
}

/** The box in the head: all rows of this page. */
function PageCheckbox<T>({ records, selection }: Rows<T>) {
  const { isCopy, holder } = useIsCopy();
  const chosen = records.filter(selection.isChosen).length;

  return (
    <span ref={holder}>
      {!isCopy && (
        <Checkbox
          aria-label="选择本页全部"
          checked={records.length > 0 && chosen === records.length}
          indeterminate={chosen > 0 && chosen < records.length}
          disabled={selection.isLocked || records.length === 0}
          onChange={({ target }) => selection.choose(records, target.checked)}
        />
      )}
    </span>
  );
}

/** Boxes before the rows of a table. */
export function selectionColumn<T extends object>(rows: Rows<T>): NonNullable<TableProps<T>['rowSelection']> {
  const { records, keyOf, selection } = rows;

  return {
    selectedRowKeys: records.filter(selection.isChosen).map(keyOf),
    columnTitle: <PageCheckbox {...rows} />,
    getCheckboxProps: (record) => ({
      'aria-label': `选择 ${selection.nameOf(record)}`,
      disabled: selection.isLocked,
    }),
    onSelect: (record, isChosen) => selection.choose([record], isChosen),
  };
}
