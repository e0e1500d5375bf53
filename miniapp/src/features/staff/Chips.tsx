import { View } from '@tarojs/components';

import { Press } from '../../components/Press';
import { aria } from '../../platform/aria';
import { texts } from './texts';

interface Chip<T> {
  value: T;
  name: string;
}

interface Props<T> {
  /** Names the chips' classes. */
  name: string;
  label: string;
  chips: readonly Chip<T>[];
  chosen: T | undefined;
  error?: string;
  onChoose: (value: T) => void;
}

/** One of a few, each as large as a thumb. */
export function Chips<T extends string | boolean>({ name, label, chips, chosen, error, onChoose }: Props<T>) {
  return (
    <View className="field">
      <View className="field__label">{label}</View>
      <View className="chips">
        {chips.map((chip) => {
          const isChosen = chip.value === chosen;

          return (
            <Press
              key={String(chip.value)}
              className={`chip ${isChosen ? 'chip--on' : ''} ${name}--${String(chip.value)}`}
              kind="plain"
              label={isChosen ? `${chip.name} ${texts.home.chosen}` : chip.name}
              onPress={() => onChoose(chip.value)}
            >
              {chip.name}
            </Press>
          );
        })}
      </View>
      {error && (
        <View className="field__error" {...aria({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  );
}
