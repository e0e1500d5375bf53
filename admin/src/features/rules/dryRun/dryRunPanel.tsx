import type { DryRunScope, RuleVersion } from '@anxing/contract/ruleVersions';
import { App, Button } from 'antd';

import { asApiError } from '../../../lib/api/apiError';
import { useStartDryRun } from '../api/changeRules';
import { DryRunProgress } from './dryRunProgress';
import { DryRunResult } from './dryRunResult';

function StartButtons({ version }: { version: RuleVersion }) {
  const start = useStartDryRun(version.version);
  const { message } = App.useApp();
  const isBusy = start.isPending || version.dryRun?.state === 'running';

  function begin(scope: DryRunScope): void {
    start.mutate(scope, { onError: (error) => void message.error(asApiError(error).message) });
  }

  return (
    <div className="panelButtons">
      <Button disabled={isBusy} onClick={() => begin('sample')}>
        抽样试算
      </Button>
      <Button type="primary" disabled={isBusy} onClick={() => begin('everyone')}>
        全部人员试算
      </Button>
    </div>
  );
}

interface Props {
  version: RuleVersion;
  mayStart: boolean;
  /** What a rule is called. */
  nameOf: (rule: string) => string;
}

/** What a version would do to the people of now, before anything changes. */
export function DryRunPanel({ version, mayStart, nameOf }: Props) {
  const { dryRun } = version;

  return (
    <>
      <div className="panelTop">
        <p>用现在的数据算一遍这个版本，不改变任何人的健康码。提交审批前须对全部人员试算。</p>
        {mayStart && <StartButtons version={version} />}
      </div>
      {!dryRun && <p className="soft">这个版本还没有试算过，或修改后还没有重新试算。</p>}
      {dryRun && dryRun.state !== 'done' && <DryRunProgress dryRun={dryRun} />}
      {dryRun?.state === 'done' && <DryRunResult dryRun={dryRun} nameOf={nameOf} />}
    </>
  );
}
