import { Text, View } from '@tarojs/components';

import { Clock } from '../../components/Clock';
import { ColourMark } from '../../components/ColourMark';
import type { Colour } from '../../lib/config';
import { aria } from '../../platform/aria';
import { texts } from './texts';

interface Props {
  colour: Colour;
  name: string;
  isTicking: boolean;
  /** Grey: what it says is not certain any more. */
  isStale: boolean;
}

/** The colour, in colour, shape and words, with the moving clock. */
export function Hero({ colour, name, isTicking, isStale }: Props) {
  const style = isStale ? {} : { backgroundColor: colour.background, color: colour.ink };

  return (
    <View className={`hero hero--${colour.name} ${isStale ? 'hero--stale' : ''}`} style={style}>
      <View className="hero__name name">{texts.name(name)}</View>
      <Clock isTicking={isTicking} />
      <View className="hero__state" {...aria({ role: 'status', label: `${colour.label}，${colour.word}` })}>
        <ColourMark shape={colour.shape} ink="currentColor" />
        <Text className="hero__label colour-label">{colour.label}</Text>
        <Text className="hero__word colour-word">{colour.word}</Text>
      </View>
    </View>
  );
}
