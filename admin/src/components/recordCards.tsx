import { Checkbox, Empty } from 'antd';

import { Loading } from './loading';
import type { RecordColumn } from './recordColumn';
import type { RowSelection } from './rowSelection';

interface Props<T> {
  label: string;
  columns: readonly RecordColumn<T>[];
  records: readonly T[];
  keyOf: (record: T) => string;
  isLoading: boolean;
  emptyText: string;
  selection?: RowSelection<T> | undefined;
}

type CardProps<T> = Pick<Props<T>, 'columns' | 'selection'> & { record: T };

function CardCheckbox<T>({ record, selection }: { record: T; selection: RowSelection<T> }) {
  return (
    <Checkbox
      className="cardCheckbox"
      aria-label={`选择 ${selection.nameOf(record)}`}
      checked={selection.isChosen(record)}
      disabled={selection.isLocked}
      onChange={({ target }) => selection.choose([record], target.checked)}
    />
  );
}

function RecordCard<T>({ columns, record, selection }: CardProps<T>) {
  const lines = columns.filter(({ card }) => card === undefined);
  const foot = columns.filter(({ card }) => card === 'foot');

  return (
    <>
      <div className="cardHeading">
        {selection && <CardCheckbox record={record} selection={selection} />}
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
export function RecordCards<T>(props: Props<T>) {
  const { label, columns, records, keyOf, isLoading, emptyText, selection } = props;
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
          <RecordCard columns={columns} record={record} selection={selection} />
        </li>
      ))}
    </ul>
  );
}
