import type { OwnScreening } from '@anxing/contract/screening';

type Duty = OwnScreening['duty'];

const duties: Record<Duty, string> = { required: '应检尽检', sampled: '适时抽检' };

export const texts = {
  intro: (days: number) => `显示最近 ${days} 天的检测结果，由检测机构上传。`,
  empty: (days: number) => `最近 ${days} 天没有检测结果`,
  emptyHint:
    '采样后，结果由检测机构上传，出结果后会自动显示在这里。超过机构告知的时间仍未显示，请联系采样机构。',
  at: '采样时间',
  institution: '检测机构',
  question: '结果有误？请联系检测机构更正，更正后这里和健康码会一并更新。',
  screening: {
    intro: '您在以下定期核酸检测名单中。是否按时检测不影响健康码颜色。',
    rule: '检测要求',
    interval: (duty: Duty, days: number) => `${duties[duty]}，每 ${days} 天一次`,
    last: '上次采样',
    never: '暂无检测记录',
    due: '下次检测',
    until: (day: string) => `${day}前（含当天）`,
    list: '名单来源',
    listed: (by: string, day: string) => `${by}，${day}起`,
    states: { overdue: '已逾期', soon: '即将到期', onTime: '未到期' },
    question: '名单有误？请联系报送名单的单位更正，或拨打服务热线。',
  },
} as const;
