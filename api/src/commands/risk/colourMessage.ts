import type { Services } from '../../context';
import { colourNamed } from '../../risk/colours';
import type { FactsVerdict } from '../../risk/judgeFacts';
import type { FeedsVerdict } from '../../risk/judgeFeeds';

/** What a person is told when the colour is another one: never that it is clear while the code does not show that. */
export function colourMessage(
  { colours }: Pick<Services, 'colours'>,
  { colour, reasons }: Pick<FactsVerdict, 'colour' | 'reasons'>,
  { late }: Pick<FeedsVerdict, 'late'>,
): { kind: string; title: string; body: string } {
  const { label } = colourNamed(colours, colour);
  if (colour === colours.clear && late.length > 0) {
    const { label: shown } = colourNamed(colours, colours.unknown);

    return {
      kind: 'colourUnknown',
      title: '原因已解除，数据核验中',
      body: `部分数据未按时更新，健康码暂为${shown}，数据更新后自动变为${label}。打开“亮码”页可查看详情。`,
    };
  }
  const why = reasons[0] ? `原因：${reasons[0].text}。` : '';

  return {
    kind: 'colour',
    title: `您的健康码已变为${label}`,
    body: `${why}打开“亮码”页可查看详情和下一步。`,
  };
}
