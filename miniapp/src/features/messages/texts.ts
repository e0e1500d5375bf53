export const texts = {
  empty: '没有消息',
  unread: '未读',
  links: { reasons: '查看颜色依据', appeals: '查看我的申诉', testResults: '查看检测安排' },
} as const;
