import { View } from '@tarojs/components';

import type { TestResult, TestResults } from '@anxing/contract/testResults';

import { FactLine } from '../../components/FactLine';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { TestOutcome } from '../../components/TestOutcome';
import { fullTimeText } from '../../lib/format';
import { useRecord } from '../../lib/useRecord';
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

function Results({ results }: { results: TestResults }) {
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

/** The test results of the last days, the newest first. */
export function TestResultsView() {
  const record = useRecord<TestResults>('me/test-results');

  return <Loaded record={record}>{(results) => <Results results={results} />}</Loaded>;
}
