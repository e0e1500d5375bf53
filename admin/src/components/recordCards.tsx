import { Empty } from 'antd';

import { Loading } from './loading';
import type { RecordColumn } from './recordColumn';

interface Props<T> {
  label: string;
  columns: readonly RecordColumn<T>[];
  records: readonly T[];
  keyOf: (record: T) => string;
  isLoading: boolean;
  emptyText: string;
}

function RecordCard<T>({ columns, record }: { columns: readonly RecordColumn<T>[]; record: T }) {
  const lines = columns.filter(({ card }) => card === undefined);
  const foot = columns.filter(({ card }) => card === 'foot');

  return (
    <>
      <div className="cardHeading">
        {columns
          .filter(({ card }) => card === 'heading')
          .map(({ key, render }) => (
            <span key={key}>{render(record)}</span>
          ))}
      </div>
      <dl className="cardLines">
        {lines.map(({ key, title, render }) => (
          <div key={key}>
            <dt>{title}</dt>
            <dd>{render(record)}</dd>
          </div>
        ))}
      </dl>
      {foot.map(({ key, render }) => (
        <div key={key} className="cardFoot">
          {render(record)}
        </div>
      ))}
    </>
  );
}

/** Records one below the other, for narrow screens. */
export function RecordCards<T>({ label, columns, records, keyOf, isLoading, emptyText }: Props<T>) {
  if (isLoading && records.length === 0) {
    return <Loading />;
  }
  if (records.length === 0) {
    return <Empty description={emptyText} />;
  }

  return (
    <ul className="recordCards" aria-label={label} aria-busy={isLoading}>
      {records.map((record) => (
        <li key={keyOf(record)}>
          <RecordCard columns={columns} record={record} />
        </li>
      ))}
    </ul>
  );
}
