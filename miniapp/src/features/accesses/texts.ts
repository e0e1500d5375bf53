export const texts = {
  empty: '还没有人查看过您的信息',
  intro: '任何单位或系统查看您的信息都会记录在这里。如有疑问，请联系服务热线。',
  purpose: (purpose: string) => `事由：${purpose}`,
} as const;
