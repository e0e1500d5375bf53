import { View } from '@tarojs/components';

import type { TestResult, TestResults } from '@anxing/contract/testResults';

import { FactLine } from '../../components/FactLine';
import { Hotline } from '../../components/Hotline';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { TestOutcome } from '../../components/TestOutcome';
import { fullTimeText } from '../../lib/format';
import { texts as shared } from '../../lib/texts';
import { useRecord } from '../../lib/useRecord';
import { ScreeningCard } from './ScreeningCard';
import { texts } from './texts';
import './testResults.scss';

function ResultCard({ result }: { result: TestResult }) {
  return (
    <View className="card test-result">
      <View className="test-result__head">
        <View className="test-result__kind">{result.kindName}</View>
        <TestOutcome outcome={result.outcome} />
      </View>
      <FactLine name={texts.at} value={fullTimeText(result.at)} />
      <FactLine name={texts.institution} value={result.institution} />
    </View>
  );
}

/** The lists that this person is on; nothing for most people. */
function Screening({ screening }: Pick<TestResults, 'screening'>) {
  if (screening.length === 0) {
    return null;
  }

  return (
    <>
      <View className="footnote">{texts.screening.intro}</View>
      {screening.map((one) => (
        <ScreeningCard key={one.group} screening={one} />
      ))}
      <View className="footnote">{texts.screening.question}</View>
      <Hotline text={shared.callHotline} />
    </>
  );
}

function Items({ results }: { results: TestResults }) {
  if (results.items.length === 0) {
    return (
      <Notice title={texts.empty(results.days)}>
        <View className="card__text">{texts.emptyHint}</View>
      </Notice>
    );
  }

  return (
    <>
      <View className="footnote">{texts.intro(results.days)}</View>
      {results.items.map((result) => (
        <ResultCard key={result.id} result={result} />
      ))}
      <View className="footnote">{texts.question}</View>
    </>
  );
}

/** By when the next test is due, where somebody is on a list, and the results of the last days, the newest first. */
export function TestResultsView() {
  const record = useRecord<TestResults>('me/test-results');

  return (
    <Loaded record={record}>
      {(results) => (
        <>
          <Screening screening={results.screening} />
          <Items results={results} />
        </>
      )}
    </Loaded>
  );
}
