import { View } from '@tarojs/components';

import './factLine.scss';

interface Props {
  name: string;
  value: string;
}

/** A name and what stands for it, read out as one. */
export function FactLine({ name, value }: Props) {
  return (
    <View className="fact-line">
      <View className="fact-line__name">{name}</View>
      <View className="fact-line__value">{value}</View>
    </View>
  );
}
