import type { Feed } from '@anxing/contract/feeds';

import { ColourShape } from '../../components/colourShape';
import { freshnessOf, type FreshnessKind } from './freshness';

const names: Record<FreshnessKind, string> = {
  fresh: '及时',
  soon: '即将超时',
  late: '已超时',
  never: '从未报送',
  none: '不限时',
};

const shapes: Record<FreshnessKind, string> = {
  fresh: 'circle',
  soon: 'diamond',
  late: 'triangle',
  never: 'square',
  none: 'ring',
};

const tones: Record<FreshnessKind, string> = {
  fresh: 'crowd-normal',
  soon: 'crowd-warning',
  late: 'crowd-full',
  never: 'crowd-full',
  none: 'crowd-none',
};

export function toneOf(kind: FreshnessKind): string {
  return tones[kind];
}

/** Whether a source is on time: by word, shape and colour. */
export function FreshnessBadge({ feed, now }: { feed: Feed; now: number }) {
  const { kind } = freshnessOf(feed, now);

  return (
    <span className={`crowdBadge ${tones[kind]}`}>
      <ColourShape shape={shapes[kind]} />
      {names[kind]}
    </span>
  );
}
