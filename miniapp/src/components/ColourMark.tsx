import { View } from '@tarojs/components';
import type { CSSProperties } from 'react';

import './colourMark.scss';

interface Props {
  /** A name of the configuration: circle, triangle, ring, square or diamond. */
  shape: string;
  /** CSS colour. */
  ink: string;
}

/** The shape that stands for a colour, for those who do not tell colours apart. */
export function ColourMark({ shape, ink }: Props) {
  const style = { '--mark': ink } as CSSProperties;

  return <View className={`colour-mark colour-mark--${shape}`} style={style} />;
}
