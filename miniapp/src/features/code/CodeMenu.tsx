import { Text, View } from '@tarojs/components';

import type { TestResult } from '@anxing/contract/testResults';

import { MenuLine } from '../../components/MenuLine';
import { TestOutcome } from '../../components/TestOutcome';
import { shortTimeText } from '../../lib/format';
import { useLatestTest } from '../../lib/latestTest';
import { openPage } from '../../lib/navigation';
import { texts } from './texts';

function hintOf(result: TestResult | null | undefined): string {
  return result
    ? texts.testHint(result.kindName, shortTimeText(result.at), result.institution)
    : texts.testsOfDays;
}

function Outcome({ result }: { result: TestResult | null | undefined }) {
  if (result === undefined) {
    return null;
  }

  return (
    <View className="code-menu__outcome">
      {result ? (
        <TestOutcome outcome={result.outcome} />
      ) : (
        <Text className="code-menu__none">{texts.noTest}</Text>
      )}
    </View>
  );
}

interface Props {
  isActive: boolean;
  /** The page explains the colour itself, and leads to the rest of it. */
  isExplained: boolean;
}

/** Where the colour is explained, and the newest test result, which comes after the code and never holds it up. */
export function CodeMenu({ isActive, isExplained }: Props) {
  const result = useLatestTest(isActive);

  return (
    <View className="card menu code-menu">
      {!isExplained && (
        <MenuLine className="to-reasons" name={texts.whyColour} onPress={() => void openPage('reasons')} />
      )}
      <MenuLine
        className="to-testResults"
        name={texts.tests}
        hint={hintOf(result)}
        onPress={() => void openPage('testResults')}
      >
        <Outcome result={result} />
      </MenuLine>
    </View>
  );
}
