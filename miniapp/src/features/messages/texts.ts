export const texts = {
  empty: '没有消息',
  unread: '未读',
} as const;
