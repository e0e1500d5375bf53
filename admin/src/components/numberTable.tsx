import type { ReactNode } from 'react';

export interface NumberColumn<T> {
  key: string;
  title: string;
  render: (row: T) => ReactNode;
}

interface Props<T> {
  label: string;
  /** The first one names the row. */
  columns: readonly NumberColumn<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
}

/** Short columns of numbers, which fit on a phone as they are. */
export function NumberTable<T>({ label, columns, rows, keyOf }: Props<T>) {
  const [first, ...rest] = columns;

  return (
    <table className="numberTable" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{first?.render(row)}</th>
            {rest.map(({ key, render }) => (
              <td key={key}>{render(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
