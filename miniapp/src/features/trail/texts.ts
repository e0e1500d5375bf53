export const texts = {
  empty: '最近没有到访记录',
  intro: '仅保存规定期限内的记录，到期自动删除。',
  kinds: { visit: '本人扫码登记', scan: '工作人员查验', gate: '闸机查验' },
  open: '在场所内',
  leave: '登记离开',
  leaving: '正在登记…',
  left: '已登记离开',
  waiting: '离开登记待上传',
} as const;
