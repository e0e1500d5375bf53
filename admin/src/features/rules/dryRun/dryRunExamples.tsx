import type { DryRun } from '@anxing/contract/ruleVersions';

import { ColourTag } from '../../../components/colourTag';
import type { RecordColumn } from '../../../components/recordColumn';
import { RecordList } from '../../../components/recordList';

type Example = DryRun['examples'][number];

function columnsOf(nameOf: (rule: string) => string): RecordColumn<Example>[] {
  return [
    { key: 'name', title: '姓名', card: 'heading', render: ({ name }) => name },
    { key: 'id', title: '证件号码', render: ({ idNumber }) => idNumber },
    { key: 'from', title: '目前', render: ({ from }) => <ColourTag colour={from} /> },
    { key: 'to', title: '改用后', render: ({ to }) => <ColourTag colour={to} /> },
    {
      key: 'reasons',
      title: '原因',
      render: ({ reasons }) => (
        <span className="wrapText changeTitle">{reasons.map(nameOf).join('；') || '—'}</span>
      ),
    },
  ];
}

/** Some of those whose colour changes, masked. */
export function DryRunExamples({ dryRun, nameOf }: { dryRun: DryRun; nameOf: (rule: string) => string }) {
  const rows = dryRun.examples.map((example, index) => ({ ...example, index }));

  return (
    <RecordList
      label="变化的人员举例"
      columns={columnsOf(nameOf)}
      records={rows}
      keyOf={({ index }) => String(index)}
      isLoading={false}
      emptyText="没有变化的人员"
    />
  );
}
