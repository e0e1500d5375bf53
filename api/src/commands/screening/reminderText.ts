import { dayOf } from '../../base/days';
import type { Duty } from '../../risk/screening/dutiesOf';
import type { StoredFact } from '../../status/storedFacts';
import type { Told } from './planDues';

const dutyWords = { required: '应检尽检', sampled: '适时抽检' };

interface About {
  /** Whose test it is, masked; left out where it is the reader's own. */
  member?: string;
  zone: string;
}

/** What a person is told before the last day, and once it is over: group, interval, last test, until when. */
export function reminderText(
  { group, listing, lastTestAt, dueOn }: Duty<StoredFact>,
  told: Told,
  { member, zone }: About,
): { title: string; body: string } {
  const whose = member === undefined ? '您' : `您的家人“${member}”`;
  const last = lastTestAt === null ? '暂无检测记录' : `上次采样 ${dayOf(lastTestAt, zone)}`;
  const list = `${whose}在“${group.name}”名单中（${dutyWords[group.duty]}，每 ${group.intervalDays} 天一次），${last}。`;
  const ask =
    told === 'soon'
      ? `请在 ${dueOn}（含当天）前完成下一次核酸检测。`
      : `应在 ${dueOn} 前完成的核酸检测已逾期，请尽快检测。`;

  return {
    title: `${member === undefined ? '' : '家人'}${told === 'soon' ? '核酸检测即将到期' : '核酸检测已逾期'}`,
    body: `${list}${ask}名单由${listing.submittedBy}报送，不影响健康码颜色。`,
  };
}
