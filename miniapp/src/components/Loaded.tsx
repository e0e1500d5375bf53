import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import type { ApiError } from '../lib/apiError';
import { isStepMissing } from '../lib/gate';
import { goOn } from '../lib/journey';
import { texts } from '../lib/texts';
import type { ReadRecord } from '../lib/useRecord';
import { aria } from '../platform/aria';
import { Loading, Notice } from './Notice';
import { Press } from './Press';

interface Props<T> {
  record: ReadRecord<T>;
  children: (value: T) => ReactNode;
}

function Unread({ error, onRetry }: { error: ApiError; onRetry: () => void }) {
  if (isStepMissing(error.code)) {
    return (
      <Notice title={error.message}>
        <Press className="go-on" onPress={() => void goOn().catch(onRetry)}>
          {texts.goOn}
        </Press>
      </Notice>
    );
  }

  return <Notice title={error.message} onRetry={onRetry} />;
}

/** A record with all its states: loading, failed, there, there but not renewed. */
export function Loaded<T>({ record, children }: Props<T>) {
  const { value, error, reload } = record;
  if (value === undefined) {
    return error ? <Unread error={error} onRetry={() => void reload()} /> : <Loading />;
  }

  return (
    <>
      {error && (
        <View className="problem problem--page" {...aria({ role: 'alert' })}>
          {texts.notRenewed(error.message)}
        </View>
      )}
      {children(value)}
    </>
  );
}
