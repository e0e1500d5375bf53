import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import { texts } from '../lib/texts';
import { aria } from '../platform/aria';
import { Press } from './Press';
import './notice.scss';

interface Props {
  className?: string;
  title: string;
  children?: ReactNode;
  /** Offered as a button when given. */
  onRetry?: () => void;
}

/** Says in the middle of a page that there is nothing, or that something went wrong and what to do. */
export function Notice({ className = '', title, children, onRetry }: Props) {
  return (
    <View className={`notice ${className}`} {...aria({ role: 'alert' })}>
      <View className="notice__mark" />
      <View className="notice__title">{title}</View>
      {children}
      {onRetry && (
        <Press className="retry" kind="secondary" onPress={onRetry}>
          {texts.retry}
        </Press>
      )}
    </View>
  );
}

export function Loading() {
  return (
    <View className="loading" {...aria({ label: texts.loading })}>
      <View className="loading__dot" />
      <View className="loading__dot" />
      <View className="loading__dot" />
    </View>
  );
}
