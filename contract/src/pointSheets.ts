import { z } from 'zod';

import { limits } from './limits';

/** Columns of a list of points, as they are called in its first row. */
export const pointColumns = [
  { key: 'name', title: '名称', isRequired: true },
  { key: 'address', title: '地址', isRequired: true },
  { key: 'category', title: '类别', isRequired: true },
  { key: 'division', title: '区划', isRequired: true },
  { key: 'parent', title: '上级', isRequired: false },
  { key: 'kind', title: '类型', isRequired: false },
  { key: 'capacity', title: '容量', isRequired: false },
  { key: 'warningLine', title: '预警线', isRequired: false },
  { key: 'line', title: '线路', isRequired: false },
  { key: 'plate', title: '车牌号', isRequired: false },
] as const;
/** What a list that we write tells besides; it is not read. */
export const toldPointColumns = ['状态', '短码', '张贴码链接', '生成时间', '打印次数', '首次扫码'] as const;

export type PointColumn = (typeof pointColumns)[number]['key'];

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What browsers call such files; which it is, its content tells. */
export const sheetTypes = [
  'text/csv',
  xlsxType,
  'application/vnd.ms-excel',
  'application/octet-stream',
] as const;

export const pointImportQuery = z.strictObject({
  /** What the check answered for the same file: the good rows are added. */
  confirm: z
    .string()
    .regex(/^[\w-]{43}$/)
    .optional(),
});

export const rowFault = z.object({
  /** As the spreadsheet counts; the headings are row 1. */
  row: z.number().int(),
  /** Title of the column; null when it is about the row. */
  column: z.string().nullable(),
  /** What stands there. */
  value: z.string(),
  message: z.string(),
  messageEn: z.string(),
});
export type RowFault = z.infer<typeof rowFault>;

export const pointImport = z.object({
  /** Names the file that was checked. */
  check: z.string(),
  /** Rows with content. */
  rows: z.number().int(),
  /** Rows without fault. */
  ready: z.number().int(),
  faults: z.array(rowFault),
  /** Columns that mean nothing here. */
  ignored: z.array(z.string()),
  /** Ids of the points added, in the order of the file; null as long as nothing was confirmed. */
  added: z.array(z.string()).nullable(),
});
export type PointImport = z.infer<typeof pointImport>;

export const sheetUpload = { types: sheetTypes, bytes: limits.sheetBytes };
