import { View } from '@tarojs/components';
import type { CSSProperties, ReactNode } from 'react';

import { aria, keyboardPress } from '../platform/aria';
import './press.scss';

interface Props {
  className?: string;
  /** How it looks; `plain` leaves that to the caller's class. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'plain';
  isDisabled?: boolean;
  /** What the screen reader says, when the text alone does not tell. */
  label?: string;
  style?: CSSProperties;
  children: ReactNode;
  onPress: () => void;
}

/** A button that looks the same in all three programs: at least 44 px high, and pressed by tap, Enter or space. */
export function Press({
  className = '',
  kind = 'primary',
  isDisabled = false,
  label,
  style,
  children,
  onPress,
}: Props) {
  const press = () => {
    if (!isDisabled) {
      onPress();
    }
  };
  const state = isDisabled ? 'press--disabled' : '';

  return (
    <View
      className={`press press--${kind} ${state} ${className}`}
      hoverClass={isDisabled ? 'none' : 'press--down'}
      style={style}
      onClick={press}
      {...aria({ role: 'button', label, isDisabled })}
      {...keyboardPress(press)}
    >
      {children}
    </View>
  );
}
