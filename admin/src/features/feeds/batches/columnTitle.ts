import type { FeedColumn } from '@anxing/contract/feeds';

export type Columns = readonly Pick<FeedColumn, 'name' | 'title'>[];

/** Of the columns that most sources have, for whoever is not told the source's own. */
const usual: Readonly<Record<string, string>> = {
  '': '整行',
  idType: '证件类型',
  idNumber: '证件号码',
  kind: '类型',
  date: '日期',
  sampledAt: '采样时间',
  until: '截止日期',
  operation: '操作',
};

/** What people call a column; where that is not known, its name. */
export function columnTitle(columns: Columns, name: string): string {
  return columns.find((column) => column.name === name)?.title ?? usual[name] ?? name;
}
