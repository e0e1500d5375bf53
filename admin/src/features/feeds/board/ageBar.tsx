import type { Feed } from '@anxing/contract/feeds';

import { spanText } from '../../../lib/spanText';
import { freshnessOf } from '../freshness';
import { toneOf } from '../freshnessBadge';

/** How old the data is, against how old it may be. */
export function AgeBar({ feed, now }: { feed: Feed; now: number }) {
  const { kind, age, share, text } = freshnessOf(feed, now);

  return (
    <span className={`capacityBar ${toneOf(kind)}`}>
      <span>
        {age !== null && `${spanText(age)}前，`}
        <span className={kind === 'late' || kind === 'never' ? 'warnInline' : 'soft'}>{text}</span>
      </span>
      {share !== null && (
        <span className="capacityTrack" aria-hidden>
          <span className="capacityFill" style={{ width: `${Math.round(share * 100)}%` }} />
        </span>
      )}
    </span>
  );
}
