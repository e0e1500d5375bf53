import { Table, type TableProps } from 'antd';

import { usePhone } from '../lib/usePhone';
import { RecordCards } from './recordCards';
import type { RecordColumn } from './recordColumn';
import type { RowSelection } from './rowSelection';
import { selectionColumn } from './selectableTable';

interface Props<T> {
  label: string;
  columns: readonly RecordColumn<T>[];
  records: readonly T[];
  keyOf: (record: T) => string;
  isLoading: boolean;
  emptyText: string;
  /** Rows can be chosen. */
  selection?: RowSelection<T> | undefined;
}

function tableColumns<T>(columns: readonly RecordColumn<T>[]): TableProps<T>['columns'] {
  return columns.map(({ key, title, render, align, width, isPinned }) => ({
    key,
    title,
    align: align ?? 'left',
    ...(width === undefined ? {} : { width }),
    ...(isPinned ? { fixed: 'right' as const } : {}),
    render: (_value: unknown, record: T) => render(record),
  }));
}

/** Records as a table, on a phone as cards. */
export function RecordList<T extends object>(props: Props<T>) {
  const { label, columns, records, keyOf, isLoading, emptyText, selection } = props;
  const isPhone = usePhone();

  return isPhone ? (
    <RecordCards {...props} />
  ) : (
    <Table<T>
      aria-label={label}
      columns={tableColumns(columns) ?? []}
      dataSource={[...records]}
      rowKey={keyOf}
      {...(selection ? { rowSelection: selectionColumn({ records, keyOf, selection }) } : {})}
      loading={isLoading}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: isLoading ? '正在载入…' : emptyText }}
    />
  );
}
