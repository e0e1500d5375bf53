import type { OperatorAppealSummary } from '@anxing/contract/appeals';
import { Link } from 'react-router';

import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';
import { AppealTags } from './appealTags';
import { DueText } from './dueText';

export const appealColumns: RecordColumn<OperatorAppealSummary>[] = [
  {
    key: 'person',
    title: '申诉人',
    card: 'heading',
    render: ({ id, person }) => (
      <span className="wrapText">
        <Link to={`/appeals/${id}`}>{person.name}</Link>
        <span className="underName">{person.idNumber}</span>
      </span>
    ),
  },
  { key: 'state', title: '状态', card: 'heading', render: (appeal) => <AppealTags {...appeal} /> },
  {
    key: 'reasons',
    title: '申诉的原因',
    render: ({ reasons }) => (
      <span className="wrapText changeTitle">{reasons.map(({ text }) => text).join('；')}</span>
    ),
  },
  { key: 'due', title: '答复期限', render: (appeal) => <DueText {...appeal} /> },
  { key: 'submitted', title: '提交时间', render: ({ submittedAt }) => <Instant at={submittedAt} /> },
];
