import { View } from '@tarojs/components';

import { Press } from './Press';
import './checkLine.scss';

interface Props {
  className: string;
  isChecked: boolean;
  label: string;
  checkedLabel: string;
  onToggle: () => void;
}

/** A line that is ticked by a tap anywhere on it. */
export function CheckLine({ className, isChecked, label, checkedLabel, onToggle }: Props) {
  const state = isChecked ? 'check-line--on' : '';

  return (
    <Press
      className={`check-line ${state} ${className}`}
      kind="plain"
      label={isChecked ? `${checkedLabel} ${label}` : label}
      onPress={onToggle}
    >
      <View className="check-line__box" />
      <View className="check-line__text">{label}</View>
    </Press>
  );
}
