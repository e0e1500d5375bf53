import { View } from '@tarojs/components';
import { useState } from 'react';

import type { RecentScan } from '@anxing/contract/scans';

import { Press } from '../../components/Press';
import { asApiError, sentenceOf, type ApiError } from '../../lib/apiError';
import { shortTimeText } from '../../lib/format';
import { aria } from '../../platform/aria';
import { fetchRecent } from './api';
import type { Checked } from './checking';
import { texts } from './texts';

function Line({ scan }: { scan: RecentScan }) {
  const { at, place, direction, decision, temperature, reason } = scan;
  const facts = [
    texts.home.directions[direction],
    texts.check.decisions[decision],
    temperature === null ? undefined : texts.check.measured(temperature.toFixed(1)),
    reason,
  ];

  return (
    <View className="recent-line">
      <View className="recent-line__place">{place}</View>
      <View className="recent-line__facts">
        {shortTimeText(at)} · {facts.filter(Boolean).join(' · ')}
      </View>
    </View>
  );
}

interface Past {
  scans: RecentScan[];
  next: string | null;
  isWhole: boolean;
}

/** Where the person was scanned before, and further back on demand. */
export function Recent({ checked }: { checked: Checked }) {
  const [past, setPast] = useState<Past>();
  const [error, setError] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const scans = past?.scans ?? checked.recent;
  const hasMore = past ? past.next !== null : checked.hasMore;

  const load = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { items, next } = await fetchRecent(checked.id, past?.next ?? null);
      setPast({ scans: [...(past?.scans ?? []), ...items], next, isWhole: next === null });
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };

  return (
    <View className="card recent">
      <View className="card__title">{texts.check.recent}</View>
      {scans.length === 0 && <View className="card__text">{texts.check.recentNone}</View>}
      {scans.map((scan) => (
        <Line key={`${scan.at}-${scan.place}`} scan={scan} />
      ))}
      {error && (
        <View className="problem" {...aria({ role: 'alert' })}>
          {sentenceOf(error)}
        </View>
      )}
      {hasMore && (
        <Press className="more-recent" kind="secondary" isDisabled={isBusy} onPress={() => void load()}>
          {texts.check.more}
        </Press>
      )}
      {past?.isWhole && <View className="list__end">{texts.check.moreEnd}</View>}
    </View>
  );
}
