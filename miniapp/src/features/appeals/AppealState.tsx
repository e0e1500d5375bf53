import { Text, View } from '@tarojs/components';

import type { AppealState as State } from '@anxing/contract/appeals';

import { ColourMark } from '../../components/ColourMark';
import { texts } from './texts';

const shapes: Record<State, string> = {
  submitted: 'ring',
  needsMore: 'triangle',
  inApproval: 'diamond',
  upheld: 'circle',
  dismissed: 'square',
  withdrawn: 'ring',
};

/** How far an appeal is, in words and a shape. */
export function AppealState({ state }: { state: State }) {
  return (
    <View className={`appeal-state appeal-state--${state}`}>
      <ColourMark shape={shapes[state]} ink="currentColor" />
      <Text className="appeal-state__word">{texts.states[state]}</Text>
    </View>
  );
}
