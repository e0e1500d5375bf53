import type { RuleVersionSummary } from '@anxing/contract/ruleVersions';
import { Link } from 'react-router';

import { Instant } from '../../components/instant';
import type { RecordColumn } from '../../components/recordColumn';
import { RuleStateTag } from './ruleStateTag';

export const versionColumns: RecordColumn<RuleVersionSummary>[] = [
  {
    key: 'version',
    title: '版本',
    card: 'heading',
    render: ({ version }) => <Link to={`/rules/${version}`}>{`第 ${version} 版`}</Link>,
  },
  { key: 'state', title: '状态', card: 'heading', render: ({ state }) => <RuleStateTag state={state} /> },
  {
    key: 'comment',
    title: '说明',
    render: ({ comment, basedOn }) => (
      <span className="wrapText changeTitle">
        {comment}
        {basedOn !== null && <span className="underName">{`基于第 ${basedOn} 版`}</span>}
      </span>
    ),
  },
  {
    key: 'created',
    title: '创建',
    render: ({ createdBy, createdAt }) => (
      <span className="wrapText">
        {createdBy}
        <span className="underName">
          <Instant at={createdAt} />
        </span>
      </span>
    ),
  },
  { key: 'approved', title: '批准人', render: ({ approvedBy }) => approvedBy ?? '—' },
  {
    key: 'force',
    title: '生效时间',
    render: ({ takesForceAt }) => (
      <Instant at={takesForceAt || null} instead={takesForceAt === 0 ? '启用之初' : '—'} />
    ),
  },
];
