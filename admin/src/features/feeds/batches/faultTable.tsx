import type { RowFault } from '@anxing/contract/feeds';
import { Table, type TableProps } from 'antd';

import { columnTitle, type Columns } from './columnTitle';

function tableColumns(columns: Columns): TableProps<RowFault>['columns'] {
  return [
    { key: 'line', title: '行', width: 72, render: (_, { line }) => line },
    { key: 'column', title: '列', width: 116, render: (_, { column }) => columnTitle(columns, column) },
    { key: 'message', title: '问题', render: (_, { message }) => message },
  ];
}

interface Props {
  faults: readonly RowFault[];
  /** Of the source, for their titles. */
  columns: Columns;
  isLoading?: boolean;
}

/** Wrong rows by line and column; what they hold is not told. */
export function FaultTable({ faults, columns, isLoading = false }: Props) {
  const rows = faults.map((fault, index) => ({ ...fault, index }));

  return (
    <Table
      aria-label="有误的行"
      className="faultTable"
      size="small"
      columns={tableColumns(columns) ?? []}
      dataSource={rows}
      rowKey="index"
      loading={isLoading}
      pagination={false}
      locale={{ emptyText: isLoading ? '正在载入…' : '没有有误的行' }}
    />
  );
}
