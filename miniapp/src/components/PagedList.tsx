import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import type { ApiError } from '../lib/apiError';
import { texts } from '../lib/texts';
import { Loading, Notice } from './Notice';
import { Press } from './Press';

interface Props<T> {
  items: T[] | undefined;
  next: string | null;
  error: ApiError | undefined;
  /** Said when there is nothing. */
  empty: string;
  renderItem: (item: T) => ReactNode;
  onReload: () => void;
  onMore: () => void;
}

/** A list with all its states: loading, nothing there, failed, more to come. */
export function PagedList<T extends { id: string }>(props: Props<T>) {
  const { items, next, error, empty, renderItem, onReload, onMore } = props;
  if (!items) {
    return error ? <Notice title={error.message} onRetry={onReload} /> : <Loading />;
  }
  if (items.length === 0) {
    return <Notice title={empty} />;
  }

  return (
    <View className="list">
      {items.map((item) => (
        <View key={item.id}>{renderItem(item)}</View>
      ))}
      {error && <View className="problem">{error.message}</View>}
      {next ? (
        <Press className="more" kind="secondary" onPress={onMore}>
          {texts.more}
        </Press>
      ) : (
        <View className="list__end">{texts.noMore}</View>
      )}
    </View>
  );
}
