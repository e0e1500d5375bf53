import type { AppealEvent, AppealState } from '@anxing/contract/appeals';

import type { PictureFault } from '../../platform/picture';

const states: Record<AppealState, string> = {
  submitted: '已提交，等待处理',
  needsMore: '请补充材料',
  inApproval: '核查通过，等待复核',
  upheld: '申诉成立',
  dismissed: '申诉不成立',
  withdrawn: '已撤回',
};

/** What a state means for the person, in a sentence. */
const stateHints: Record<AppealState, string> = {
  submitted: '工作人员正在核查您提到的记录。',
  needsMore: '工作人员需要更多信息才能核实，请在下方补充。',
  inApproval: '一名工作人员已核查通过，正由另一名工作人员复核。',
  upheld:
    '您申诉的记录不再影响健康码。如仍未恢复，说明另有记录（可能是其他来源的同类记录），请在“亮码”页查看原因，可再次申诉。',
  dismissed: '如有新的证明，可以重新申诉，也可拨打服务热线。',
  withdrawn: '本次申诉已不再处理。原因仍在时，可以重新申诉。',
};

const events: Record<AppealEvent['kind'], string> = {
  submitted: '您提交了申诉',
  moreAsked: '工作人员请您补充材料',
  added: '您补充了材料',
  proposed: '核查通过，交由另一名工作人员复核',
  sentBack: '复核退回，重新核查',
  upheld: '申诉成立',
  dismissed: '申诉不成立',
  withdrawn: '您撤回了申诉',
};

const faults: Record<PictureFault, string> = {
  denied: '没有相册或相机权限，请在设置中允许后重试',
  unreadable: '这张图片无法读取，请换一张 JPEG 或 PNG 图片',
  tooBig: '这张图片太大，请换一张或截图后上传',
};

export const texts = {
  states,
  stateHints,
  events,
  faults,
  listIntro: '您提交过的申诉和处理进展。',
  empty: '还没有提交过申诉',
  start: '提交新的申诉',
  submittedAt: (time: string) => `提交于 ${time}`,
  due: (time: string) => `预计 ${time} 前答复`,
  overdue: (time: string) => `应在 ${time} 前答复，已超时，可拨打服务热线催办`,
  addBy: (time: string) => `请在 ${time} 前补充`,
  addOverdue: (time: string) => `补充期限 ${time} 已过，请尽快补充`,
  closed: (time: string) => `办结于 ${time}`,
  liftedWithRecords: '解除与所涉记录同时失效；之后新报送的记录照常计入。',
  liftedUntil: (time: string) => `解除至 ${time}；届时记录仍有效的，健康码可能再次变色。`,
  contested: '申诉的原因',
  reasonFacts: (date: string, source: string) => `${date} · ${source}`,
  progress: '处理进展',
  withdraw: '撤回申诉',
  withdrawing: '正在撤回…',
  withdrawTitle: '确定撤回这次申诉？',
  withdrawText: '撤回后不再处理。原因仍在时，可以重新提交。',
  withdrawn: '已撤回',
  picture: (index: number) => `图片 ${index}`,
  look: (index: number) => `查看图片 ${index}`,
  document: '文件',
  pictureGone: '暂时打不开',

  which: '对哪些原因有异议',
  inProcess: '处理中',
  nothingOpen: '这些原因都已在申诉处理中',
  nothing: '当前没有可以申诉的原因',
  toList: '查看我的申诉',
  text: '说明情况',
  textPlaceholder: '请写明时间、地点和经过，例如：11 月 12 日的药是替家人购买，本人没有发热。',
  additionPlaceholder: '请按工作人员的要求补充说明',
  draftKept: '文字会自动保存在本机，图片不会',
  pictures: '证明材料图片（选填）',
  picturesHint: (count: number) =>
    `如检测报告、住址证明、购药小票，最多 ${count} 张。请遮住与申诉无关的他人信息。`,
  addPicture: '添加图片',
  remove: '移除',
  again: '重试',
  removeLabel: (index: number) => `移除图片 ${index}`,
  againLabel: (index: number) => `重试上传图片 ${index}`,
  pictureStates: { ready: '', sending: '上传中', sent: '已上传', failed: '未上传' },
  purpose:
    '图片在提交时才上传，只供处理本次申诉的工作人员核实情况，每次查看都会留下记录，办结后按规定期限删除。',
  agree: '我同意为核实本次申诉上传以上图片',
  submit: '提交申诉',
  submitAddition: '提交补充材料',
  sendingPicture: (index: number, count: number) => `正在上传图片 ${index}/${count}…`,
  submitting: '正在提交…',
  noReason: '请至少选择一条原因',
  noText: '请说明情况',
  notAgreed: '请先勾选同意上传图片，或移除图片',
  picturesNotSent: '有图片没有上传成功，可以重试或移除。您填写的文字已保存。',
  keptDraft: (why: string) => `${why}。您填写的文字已保存。`,
  asked: (text: string) => `工作人员的要求：${text}`,
  addition: '补充材料',
  openAddition: '补充说明或图片',
  added: '已提交补充材料',
} as const;
