import type { Override } from '@anxing/contract/overrides';
import { Button } from 'antd';

import { ChangeStateTag } from '../../components/changeStateTag';
import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';
import { withRecords } from './overrideWords';

/** In the place of an end that it has not, or not yet. */
function endWords({ days, state }: Override): string {
  if (days === null) {
    return withRecords;
  }

  return state === 'waiting' ? `批准后 ${days} 天` : '—';
}

/** @param onOpen shows one in full */
export function overrideColumns(
  onOpen: (override: Override) => void,
  isOperator: boolean,
): RecordColumn<Override>[] {
  return [
    {
      key: 'kind',
      title: '变更',
      card: 'heading',
      render: (override) => (
        <span className="wrapText">
          {override.kindName}
          <span className="underName">{override.reasonName}</span>
        </span>
      ),
    },
    {
      key: 'state',
      title: '状态',
      card: 'heading',
      render: ({ state }) => <ChangeStateTag state={state} />,
    },
    {
      key: 'people',
      title: '人员',
      render: ({ people, examples }) => (
        <span className="wrapText">
          {people} 人<span className="underName">{examples[0]?.idNumber}</span>
        </span>
      ),
    },
    ...(isOperator
      ? [{ key: 'by', title: '提出单位', render: ({ proposedBy }: Override) => proposedBy }]
      : []),
    { key: 'proposed', title: '提出时间', render: ({ proposedAt }) => <Instant at={proposedAt} /> },
    {
      key: 'until',
      title: '有效至',
      render: (override) => <Instant at={override.until} instead={endWords(override)} />,
    },
    {
      key: 'actions',
      title: '操作',
      card: 'foot',
      render: (override) => (
        <Button
          type="link"
          size="small"
          aria-label={`查看 ${override.kindName} ${override.examples[0]?.idNumber ?? ''}`}
          onClick={() => onOpen(override)}
        >
          查看
        </Button>
      ),
    },
  ];
}
