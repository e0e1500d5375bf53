import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

import { Press } from './Press';
import './menuLine.scss';

interface Props {
  className: string;
  name: string;
  /** Below the name, smaller. */
  hint?: string;
  /** In red, since it asks for attention. */
  note?: string;
  /** Between name and arrow. */
  children?: ReactNode;
  onPress: () => void;
}

/** A line of a menu that leads somewhere. */
export function MenuLine({ className, name, hint, note, children, onPress }: Props) {
  return (
    <Press className={`menu-line ${className}`} kind="plain" onPress={onPress}>
      <View className="menu-line__name">
        {name}
        {hint && <View className="menu-line__hint">{hint}</View>}
      </View>
      {children}
      {note && <View className="menu-line__note">{note}</View>}
      <View className="menu-line__arrow" />
    </Press>
  );
}
