import type { RuleVersion } from '@anxing/contract/ruleVersions';
import { Descriptions } from 'antd';
import { Link } from 'react-router';

import { Instant } from '../../components/instant';

/** The configured rules count for every day of the past. */
const fromTheStart = '启用之初';

function forceText({ state, takesForceAt }: RuleVersion): string {
  if (takesForceAt === 0) {
    return fromTheStart;
  }

  return state === 'draft' || state === 'waiting' ? '批准后立即生效' : '—';
}

/** Who made a version, who approved it, and when it counts. */
export function VersionFacts({ version }: { version: RuleVersion }) {
  const { comment, basedOn, createdBy, createdAt, approvedBy, takesForceAt, changeId } = version;

  return (
    <Descriptions
      className="pointFacts"
      column={{ xs: 1, sm: 1, md: 2 }}
      items={[
        { key: 'comment', label: '说明', children: comment },
        {
          key: 'basedOn',
          label: '基于',
          children: basedOn === null ? '—' : <Link to={`/rules/${basedOn}`}>{`第 ${basedOn} 版`}</Link>,
        },
        { key: 'by', label: '创建人', children: createdBy },
        { key: 'at', label: '创建时间', children: <Instant at={createdAt} /> },
        { key: 'approved', label: '批准人', children: approvedBy ?? '—' },
        {
          key: 'force',
          label: '生效时间',
          children: <Instant at={takesForceAt || null} instead={forceText(version)} />,
        },
        ...(changeId
          ? [
              {
                key: 'change',
                label: '审批',
                children: <Link to={`/changes/${changeId}`}>查看审批</Link>,
              },
            ]
          : []),
      ]}
    />
  );
}
