import { View } from '@tarojs/components';

import type { Division } from '@anxing/contract/divisions';

import { Loading } from '../../components/Notice';
import { Press } from '../../components/Press';
import { sentenceOf, type ApiError } from '../../lib/apiError';
import { texts as shared } from '../../lib/texts';
import { aria } from '../../platform/aria';
import { texts } from './texts';

interface Props {
  /** Undefined while they are read. */
  items: Division[] | undefined;
  error: ApiError | undefined;
  onEnter: (division: Division) => void;
  onRetry: () => void;
}

/** The divisions of one level, each as large as a thumb. */
export function DivisionList({ items, error, onEnter, onRetry }: Props) {
  if (error) {
    return (
      <View className="problem" {...aria({ role: 'alert' })}>
        {sentenceOf(error)}
        <Press className="retry" kind="secondary" onPress={onRetry}>
          {shared.retry}
        </Press>
      </View>
    );
  }
  if (!items) {
    return <Loading />;
  }
  if (items.length === 0) {
    return <View className="division-none">{texts.whereNone}</View>;
  }

  return (
    <View className="division-list">
      {items.map((division) => (
        <Press
          key={division.code}
          className={`division division--${division.code}`}
          kind="plain"
          onPress={() => onEnter(division)}
        >
          {division.name}
        </Press>
      ))}
    </View>
  );
}
