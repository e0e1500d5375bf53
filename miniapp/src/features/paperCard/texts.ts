export const texts = {
  title: '纸质健康码',
  intro: '印在纸上的卡片，供没带手机、手机没电或不用手机时出示。值守人员和闸机扫描后，按您的最新颜色放行。',
  safe: '卡片只用于确认身份，不能登录、不能查看您的记录；别人拾到也看不到您的姓名。',
  none: '您还没有纸质卡',
  issuedAt: '制卡时间',
  printedBy: '制卡地点',
  self: '本人',
} as const;
