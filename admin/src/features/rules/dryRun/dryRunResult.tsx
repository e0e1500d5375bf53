import type { DryRun } from '@anxing/contract/ruleVersions';
import { Alert } from 'antd';

import { ColourTag } from '../../../components/colourTag';
import { Instant } from '../../../components/instant';
import { NumberTable } from '../../../components/numberTable';
import { DryRunExamples } from './dryRunExamples';

interface Props {
  dryRun: DryRun;
  nameOf: (rule: string) => string;
}

const scopeNames = { sample: '抽样', everyone: '全部人员' };

function differenceText(before: number, after: number): string {
  const difference = after - before;

  return difference > 0 ? `+${difference.toLocaleString()}` : difference.toLocaleString();
}

function Changes({ changes }: Pick<DryRun, 'changes'>) {
  if (changes.length === 0) {
    return <p>没有人的颜色会变化。</p>;
  }

  return (
    <ul className="changeCounts" aria-label="颜色变化">
      {changes.map(({ from, to, count }) => (
        <li key={`${from}-${to}`}>
          <ColourTag colour={from} />
          <span aria-label="变为">→</span>
          <ColourTag colour={to} />
          <strong>{`${count.toLocaleString()} 人`}</strong>
        </li>
      ))}
    </ul>
  );
}

function ByRule({ dryRun: { byRule }, nameOf }: Props) {
  return (
    <NumberTable
      label="各条规则下的人数"
      rows={byRule}
      keyOf={({ rule }) => rule}
      columns={[
        {
          key: 'rule',
          title: '规则',
          render: ({ rule }) => <span className="wrapText">{nameOf(rule)}</span>,
        },
        { key: 'before', title: '目前', render: ({ before }) => before.toLocaleString() },
        { key: 'after', title: '改用后', render: ({ after }) => after.toLocaleString() },
        { key: 'diff', title: '增减', render: ({ before, after }) => differenceText(before, after) },
      ]}
    />
  );
}

/** What came of a dry run. */
export function DryRunResult({ dryRun, nameOf }: Props) {
  const { scope, total, finishedAt, turned, isAboveShare } = dryRun;

  return (
    <div className="dryRunResult">
      <Alert
        type={isAboveShare ? 'error' : 'info'}
        showIcon
        role="status"
        title={`${turned.toLocaleString()} 人将失去绿码`}
        description={isAboveShare ? '超过设定的比例，提交时须再次确认人数。请先核对下面的结果。' : null}
      />
      <p className="soft">
        {`${scopeNames[scope]}试算，共 ${total.toLocaleString()} 人，完成于 `}
        <Instant at={finishedAt} />
      </p>
      <h2>颜色变化</h2>
      <Changes changes={dryRun.changes} />
      <h2>各条规则下的人数</h2>
      <ByRule dryRun={dryRun} nameOf={nameOf} />
      <h2>变化的人员举例</h2>
      <DryRunExamples dryRun={dryRun} nameOf={nameOf} />
    </div>
  );
}
