import { z } from 'zod';

import { instant, line, paging } from './fields';

/** How a delivery relates to those before it: it replaces them, or adds to them and takes away from them. */
export const deliveries = ['full', 'incremental'] as const;
export type DeliveryMode = (typeof deliveries)[number];

/** Who brought a batch: a source with its key, a person by hand, or the platform itself. */
export const batchOrigins = ['key', 'hand', 'derived', 'inside'] as const;
export type BatchOrigin = (typeof batchOrigins)[number];

export const batchStates = [
  'receiving',
  'waiting',
  'applying',
  'inForce',
  'refused',
  'rejected',
  'outdated',
] as const;
export type BatchState = (typeof batchStates)[number];

export const batchStateNames: Record<BatchState, string> = {
  receiving: '接收中',
  waiting: '待审批',
  applying: '生效中',
  inForce: '已生效',
  refused: '未接收',
  rejected: '审批未通过',
  outdated: '已过时',
};

export const batchOriginNames: Record<BatchOrigin, string> = {
  key: '数据源签名报送',
  hand: '人工上传',
  derived: '系统比对生成',
  inside: '平台内部',
};

/** Why a whole batch was refused: a code for programs, its Chinese text for people. */
export const batchFaults = {
  cutOff: '内容不完整，或与摘要不符，可能被截断',
  encoding: '文件编码无法识别，请使用 UTF-8；报送接口也接受 GBK，须注明 charset=gb18030',
  empty: '文件没有表头，无法确认内容',
  columns: '缺少必需的列',
  columnsTwice: '有重复的列',
  tooManyWrong: '错误行过多，整批未接收',
  tooManyRows: '行数超出上限',
  lineTooLong: '有一行超出长度上限',
  quotes: '有一个引号没有成对，其后的内容无法读取',
  sequence: '批次序号不连续',
  older: '数据时间早于已生效的批次',
  future: '数据时间晚于当前时间',
  interrupted: '接收过程中断，请重新报送',
  outdated: '审批期间已有新的批次生效，请重新上传',
} as const;
export type BatchFault = keyof typeof batchFaults;

export const feedBatch = z.object({
  id: z.string(),
  source: z.string(),
  sourceName: z.string(),
  /** Whose numbering it follows: a source may have several deliverers, such as laboratories. */
  channel: z.string(),
  /** The deliverer's own name of the batch; a repeat has the same. */
  batchId: z.string(),
  sequence: z.number().int().nullable(),
  delivery: z.enum(deliveries),
  origin: z.enum(batchOrigins),
  state: z.enum(batchStates),
  /** Rows read; of these: new, withdrawn, there before, without meaning for this feed, wrong. */
  rows: z.number().int(),
  added: z.number().int(),
  withdrawn: z.number().int(),
  unchanged: z.number().int(),
  ignored: z.number().int(),
  wrong: z.number().int(),
  /** Rows of earlier batches that this full one no longer contains. */
  closed: z.number().int(),
  /** A full batch with wrong rows closes nothing: a wrong row may be one of those that are missing. */
  closedNothing: z.boolean(),
  /** People whose colour another one became by it; null while that is being worked out, and to who delivers. */
  changedPeople: z.number().int().nullable(),
  /** ms: the state of the source's data. */
  asOf: z.number(),
  receivedAt: z.number(),
  inForceAt: z.number().nullable(),
  submittedBy: z.string(),
  fault: z.enum(Object.keys(batchFaults) as [BatchFault, ...BatchFault[]]).nullable(),
  /** The change that waits for a second person, or was decided by one. */
  changeId: z.string().nullable(),
});
export type FeedBatch = z.infer<typeof feedBatch>;

export const rowFault = z.object({
  /** Counted from 1, the head of a CSV file included. */
  line: z.number().int(),
  /** Name of the column; empty when the whole line is wrong. */
  column: z.string(),
  message: z.string(),
  messageEn: z.string(),
});
export type RowFault = z.infer<typeof rowFault>;

/** What a deliverer is told at once. */
export const batchTaken = z.object({
  batch: feedBatch,
  /** It came before, and this is what was answered then. */
  repeated: z.boolean(),
  /** The first wrong rows; all that are kept are at `…/batches/{id}/faults`. */
  faults: z.array(rowFault),
});
export type BatchTaken = z.infer<typeof batchTaken>;

/** What a list of sealed communities calls one. */
export const sealedPlace = z.object({
  division: z.string(),
  community: z.string(),
  /** Empty for all of it. */
  building: z.string(),
});

/** Whether homes were found for what a list seals, when they were last compared with it. */
export const sealMatches = z.object({
  /** `superseded`: a later list is in force; `comparing`: not worked out yet. */
  state: z.enum(['comparing', 'compared', 'superseded']),
  /** Rows that were compared, and those for which no home was found. */
  seals: z.number().int(),
  unmatched: z.number().int(),
  /** The first of those for which homes were found, by how many people live there, and of the others. */
  matchedPlaces: z.array(sealedPlace.extend({ people: z.number().int() })),
  unmatchedPlaces: z.array(sealedPlace),
});
export type SealMatches = z.infer<typeof sealMatches>;

export const batchQuery = z.strictObject({ state: z.enum(batchStates).optional(), ...paging });
export type BatchQuery = z.input<typeof batchQuery>;

export const faultQuery = z.strictObject(paging);

export const columnTypes = [
  'idType',
  'idNumber',
  'kind',
  'date',
  'instant',
  'until',
  'text',
  'division',
  'drugCode',
  'vehicle',
  'number',
  'operation',
] as const;

export const feedColumn = z.object({
  name: z.string(),
  title: z.string(),
  type: z.enum(columnTypes),
  required: z.boolean(),
});
export type FeedColumn = z.infer<typeof feedColumn>;

export const feedKey = z.object({
  /** What a signature names. */
  id: z.string(),
  channel: z.string(),
  owner: z.string(),
  /** Ed25519, 32 bytes in base64url. */
  publicKey: z.string(),
  /** `awaited`: revoked, but its deliverer's data is still expected. */
  state: z.enum(['waiting', 'active', 'awaited', 'revoked', 'rejected']),
  createdAt: z.number(),
  lastUsedAt: z.number().nullable(),
});
export type FeedKey = z.infer<typeof feedKey>;

export const feedKeyCreate = z.strictObject({
  channel: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'format'),
  /** Who holds the private key, in words for people: it is shown as where a fact came from. */
  owner: line(60),
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'format'),
});
export type FeedKeyCreate = z.input<typeof feedKeyCreate>;

export const feed = z.object({
  source: z.string(),
  name: z.string(),
  owner: z.string(),
  via: z.string(),
  promised: z.enum(['realTime', 'daily', 'inside', 'onChange']),
  delivery: z.enum(deliveries),
  requiredForGreen: z.boolean(),
  lateAfterHours: z.number().nullable(),
  kinds: z.array(z.object({ id: z.string(), name: z.string() })),
  columns: z.array(feedColumn),
  /** ms: how old the data is; null when nothing ever came. */
  asOf: z.number().nullable(),
  isLate: z.boolean(),
  /** ms when it becomes late, null when it cannot or is late already. */
  lateAt: z.number().nullable(),
  /** Rows that are on record and not closed. */
  openRows: z.number().int(),
  waitingBatches: z.number().int(),
  lastBatch: feedBatch.nullable(),
  nextSequence: z.array(z.object({ channel: z.string(), sequence: z.number().int() })),
});
export type Feed = z.infer<typeof feed>;

export const feedBoard = z.object({ feeds: z.array(feed), serverTime: z.number() });
export type FeedBoard = z.infer<typeof feedBoard>;

export const feedDetail = z.object({ feed, keys: z.array(feedKey) });
export type FeedDetail = z.infer<typeof feedDetail>;

/** A file that a person uploads: `asOf` tells of when its data is. */
export const handUploadQuery = z.strictObject({
  asOf: z.coerce.number().pipe(instant).optional(),
  name: line(60),
});
export type HandUploadQuery = z.input<typeof handUploadQuery>;
