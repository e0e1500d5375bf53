export const texts = {
  title: '没有这个页面，请检查地址是否正确',
} as const;
