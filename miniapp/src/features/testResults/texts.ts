export const texts = {
  intro: (days: number) => `显示最近 ${days} 天的检测结果，由检测机构上传。`,
  empty: (days: number) => `最近 ${days} 天没有检测结果`,
  emptyHint:
    '采样后，结果由检测机构上传，出结果后会自动显示在这里。超过机构告知的时间仍未显示，请联系采样机构。',
  at: '采样时间',
  institution: '检测机构',
  question: '结果有误？请联系检测机构更正，更正后这里和健康码会一并更新。',
} as const;
