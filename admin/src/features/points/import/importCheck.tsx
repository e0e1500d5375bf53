import type { PointImport, RowFault } from '@anxing/contract/pointSheets';
import { Alert, Button, Table, type TableProps } from 'antd';

const columns: TableProps<RowFault>['columns'] = [
  { key: 'row', title: '行', width: 64, render: (_, { row }) => row },
  { key: 'column', title: '列', width: 88, render: (_, { column }) => column ?? '整行' },
  {
    key: 'fault',
    title: '问题',
    render: (_, { value, message }) => (
      <>
        {message}
        {value !== '' && <div className="soft faultValue">{`“${value}”`}</div>}
      </>
    ),
  },
];

function FaultTable({ faults }: { faults: readonly RowFault[] }) {
  const rows = faults.map((fault, index) => ({ ...fault, index }));

  return (
    <Table
      aria-label="有误的行"
      size="small"
      columns={columns}
      dataSource={rows}
      rowKey="index"
      pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
    />
  );
}

function summaryOf({ rows, ready, faults }: PointImport): string {
  const wrong = new Set(faults.map(({ row }) => row)).size;

  return wrong === 0 ? `共 ${rows} 行，全部可以添加` : `共 ${rows} 行，${ready} 行可以添加，${wrong} 行有误`;
}

interface Props {
  fileName: string;
  result: PointImport;
  isAdding: boolean;
  onBack: () => void;
  onConfirm: () => void;
}

/** What the check found; the good rows are added when it is confirmed. */
export function ImportCheck({ fileName, result, isAdding, onBack, onConfirm }: Props) {
  const { ready, faults, ignored } = result;

  return (
    <div className="importStep">
      <p className="linkText">{fileName}</p>
      <Alert
        showIcon
        role="status"
        type={faults.length === 0 ? 'success' : ready > 0 ? 'warning' : 'error'}
        title={summaryOf(result)}
        description={faults.length > 0 && '有误的行不会添加。可以改好文件后重新选择，或先添加没有问题的行。'}
      />
      {ignored.length > 0 && <p className="soft">{`不认识的列，未读取：${ignored.join('、')}`}</p>}
      {faults.length > 0 && <FaultTable faults={faults} />}
      <div className="formButtons">
        <Button onClick={onBack} disabled={isAdding}>
          重新选择文件
        </Button>
        <Button type="primary" disabled={ready === 0} loading={isAdding} onClick={onConfirm}>
          {`添加 ${ready} 个服务点`}
        </Button>
      </div>
    </div>
  );
}
