import type { RuleVersion } from '@anxing/contract/ruleVersions';
import { Alert, Empty } from 'antd';

import { ErrorState } from '../../../components/errorState';
import { Loading } from '../../../components/loading';
import { useRulesInForce } from '../api/rules';
import type { RuleNames } from '../words/ruleNames';
import { DiffCard } from './diffCard';
import { isReordered, ruleDiff } from './ruleDiff';

/** What a version changes against the one in force. */
export function DiffList({ version, names }: { version: RuleVersion; names: RuleNames }) {
  const { data, error, refetch } = useRulesInForce();
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading />;
  }
  if (data.version === version.version) {
    return <Empty description="这就是生效中的版本" />;
  }
  const diffs = ruleDiff(data.rules, version.rules, names);
  const reordered = isReordered(data.rules, version.rules);
  if (diffs.length === 0 && !reordered) {
    return <Empty description={`与生效中的第 ${data.version} 版相同`} />;
  }

  return (
    <>
      <p className="listTotal">{`与生效中的第 ${data.version} 版相比，${diffs.length} 条规则不同`}</p>
      {reordered && <Alert className="pageAlert" type="info" showIcon title="规则的次序有变化" />}
      {diffs.map((diff) => (
        <DiffCard key={diff.rule.id} diff={diff} names={names} />
      ))}
    </>
  );
}
