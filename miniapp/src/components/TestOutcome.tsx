import { Text, View } from '@tarojs/components';

import type { TestResult } from '@anxing/contract/testResults';

import { texts } from '../lib/texts';
import { ColourMark } from './ColourMark';
import './testOutcome.scss';

type Outcome = TestResult['outcome'];

const shapes: Record<Outcome, string> = { positive: 'triangle', negative: 'circle', other: 'ring' };

/** What a test found, in a word and a shape, on its own ground. */
export function TestOutcome({ outcome }: { outcome: Outcome }) {
  return (
    <View className={`test-outcome test-outcome--${outcome}`}>
      <ColourMark shape={shapes[outcome]} ink="currentColor" />
      <Text className="test-outcome__word">{texts.outcomes[outcome]}</Text>
    </View>
  );
}
