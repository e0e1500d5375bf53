import type { FeedColumn } from '@anxing/contract/feeds';

/** What is to stand in a column, in words for whoever fills it in. */
export const columnTypeTexts: Record<FeedColumn['type'], string> = {
  idType: '证件类型的名称，例如“护照”；不填为居民身份证',
  idNumber: '证件号码；以文本保存，否则表格软件会改动长数字',
  kind: '下表中的类型代号或名称',
  date: '日期，例如 2026-11-20',
  instant: '时间，例如 2026-11-20 18:23',
  until: '有效的最后一天，例如 2026-12-04；不填为至另行通知',
  text: '文字，最多 120 字',
  division: '行政区划代码，例如 350102',
  drugCode: '药品编码；不在退烧药品目录中的不计入',
  vehicle: '车次、航班号或车牌号',
  number: '排号，例如 12 或 12A',
  operation: '“新增”或“撤销”；不填为新增',
};
