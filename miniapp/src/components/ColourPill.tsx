import { Text, View } from '@tarojs/components';

import { useColour } from '../lib/config';
import { aria } from '../platform/aria';
import { ColourMark } from './ColourMark';
import './colourPill.scss';

interface Props {
  className?: string;
  /** A colour by its name in the configuration. */
  colour: string;
}

/** A colour in words and shape, on its own ground. */
export function ColourPill({ className = '', colour: name }: Props) {
  const colour = useColour(name);

  return (
    <View
      className={`colour-pill ${className}`}
      style={{ backgroundColor: colour.background, color: colour.ink }}
      {...aria({ label: `${colour.label}，${colour.word}` })}
    >
      <ColourMark shape={colour.shape} ink={colour.ink} />
      <Text className="colour-pill__label">{colour.label}</Text>
      <Text className="colour-pill__word">{colour.word}</Text>
    </View>
  );
}
