import { View } from '@tarojs/components';

import type { Direction, PosterPlace } from '@anxing/contract/visits';

import { Press } from '../../components/Press';
import { startAt } from '../../lib/navigation';
import { texts } from './texts';

interface PlaceActionsProps {
  own: PosterPlace['own'];
  busy: Direction | undefined;
  onEnter: () => void;
  onLeave: () => void;
}

function enterText(own: PosterPlace['own'], busy: Direction | undefined): string {
  if (busy === 'in') {
    return texts.registering;
  }
  if (!own) {
    return texts.registerFirst;
  }

  return own.inside ? texts.registerAgain : texts.register;
}

/** Register, and leave for who is inside: the likelier of the two comes first and is filled. */
export function PlaceActions({ own, busy, onEnter, onLeave }: PlaceActionsProps) {
  const isInside = own?.inside ?? false;

  return (
    <View className={`actions ${isInside ? 'actions--inside' : ''}`}>
      <Press
        className="register"
        kind={isInside ? 'secondary' : 'primary'}
        isDisabled={busy !== undefined}
        onPress={onEnter}
      >
        {enterText(own, busy)}
      </Press>
      {isInside && (
        <Press className="leave" isDisabled={busy !== undefined} onPress={onLeave}>
          {busy === 'out' ? texts.leaving : texts.leave}
        </Press>
      )}
    </View>
  );
}

interface OfflineActionsProps {
  busy: Direction | undefined;
  onEnter: () => void;
}

/** The poster was read, but its place is not known without a network. */
export function OfflineActions({ busy, onEnter }: OfflineActionsProps) {
  return (
    <View className="actions">
      <View className="actions__hint">{texts.offlineHint}</View>
      <Press className="register" isDisabled={busy !== undefined} onPress={onEnter}>
        {busy ? texts.registering : texts.offlineRegister}
      </Press>
    </View>
  );
}

interface ResultActionsProps {
  isLeaving: boolean;
  /** Missing when there is nothing to leave. */
  onLeave?: () => void;
}

export function ResultActions({ isLeaving, onLeave }: ResultActionsProps) {
  return (
    <View className="result-actions">
      {onLeave && (
        <Press className="leave" kind="plain" isDisabled={isLeaving} onPress={onLeave}>
          {isLeaving ? texts.leaving : texts.leave}
        </Press>
      )}
      <Press className="home" kind="plain" onPress={() => void startAt('code')}>
        {texts.backHome}
      </Press>
    </View>
  );
}
