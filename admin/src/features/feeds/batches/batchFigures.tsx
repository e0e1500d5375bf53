import type { FeedBatch } from '@anxing/contract/feeds';

import { changedText } from './changedText';

function figuresOf(batch: FeedBatch): [label: string, value: string][] {
  const { rows, added, withdrawn, unchanged, ignored, wrong, closed } = batch;
  const numbers: [string, number][] = [
    ['行数', rows],
    ['新增', added],
    ['撤回', withdrawn],
    ['已有', unchanged],
    ['不适用', ignored],
    ['有误', wrong],
  ];
  const ended: [string, number][] = batch.delivery === 'full' ? [['不再出现而终止', closed]] : [];

  return [
    ...[...numbers, ...ended].map(([label, value]): [string, string] => [label, value.toLocaleString()]),
    ['变色', changedText(batch)],
  ];
}

/** The counts of a batch. */
export function BatchFigures({ batch }: { batch: FeedBatch }) {
  return (
    <dl className="countList" aria-label="批次统计">
      {figuresOf(batch).map(([label, value]) => (
        <div key={label} className={label === '有误' && batch.wrong > 0 ? 'isWrong' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
