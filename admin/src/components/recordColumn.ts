import type { ReactNode } from 'react';

export interface RecordColumn<T> {
  key: string;
  title: string;
  render: (record: T) => ReactNode;
  align?: 'left' | 'right';
  width?: number;
  /** Stays in sight at the right edge when the table is wider than the screen. */
  isPinned?: boolean;
  /** Where it goes on a card; without it, a line of its own with the title before it. */
  card?: 'heading' | 'foot' | 'none';
}
