import { changeKindNames, type Change } from '@anxing/contract/changes';
import { Alert, Descriptions } from 'antd';

import { EvidenceList } from '../../components/evidenceList';
import { Instant } from '../../components/instant';
import { SubjectLink } from './subjectLink';

function nameOf({ name, unit }: { name: string; unit: string }): string {
  return `${name}（${unit}）`;
}

function decisionItems({ state, decidedBy, decidedAt, note, expiresAt }: Change) {
  if (state === 'waiting') {
    return [{ key: 'expires', label: '审批期限', children: <Instant at={expiresAt} /> }];
  }

  return [
    { key: 'decidedBy', label: '处理人', children: decidedBy ? nameOf(decidedBy) : '—' },
    { key: 'decidedAt', label: '处理时间', children: <Instant at={decidedAt} /> },
    ...(note ? [{ key: 'note', label: '处理意见', children: note }] : []),
  ];
}

/** A name shows whether the number is the one that was meant. */
function People({ people }: Pick<Change, 'people'>) {
  return (
    <ul className="plainList">
      {people.map(({ name, idNumber }, index) => (
        <li key={`${idNumber}-${index}`}>{`${name ?? '未登记'} ${idNumber}`}</li>
      ))}
    </ul>
  );
}

/** What the second person decides upon. */
export function ChangeFacts({ change }: { change: Change }) {
  const { kind, facts, warning, evidence, people, proposedBy, proposedAt } = change;

  return (
    <>
      {warning && <Alert className="changeWarning" type="error" showIcon role="alert" title={warning} />}
      <Descriptions
        className="factSheet"
        column={1}
        bordered
        size="small"
        items={[
          { key: 'kind', label: '类型', children: changeKindNames[kind] },
          ...facts.map(({ label, value }, index) => ({
            key: `fact-${index}`,
            label,
            children: <span className="manyLines">{value}</span>,
          })),
          ...(people.some(({ name }) => name !== null)
            ? [{ key: 'people', label: '已登记的人员', children: <People people={people} /> }]
            : []),
          ...(evidence.length > 0
            ? [
                {
                  key: 'evidence',
                  label: '证明材料',
                  children: <EvidenceList path="operator/evidence" files={evidence} />,
                },
              ]
            : []),
          { key: 'by', label: '提出人', children: nameOf(proposedBy) },
          { key: 'at', label: '提出时间', children: <Instant at={proposedAt} /> },
          ...decisionItems(change),
        ]}
      />
      <p className="changeSubject">
        <SubjectLink change={change} />
      </p>
    </>
  );
}
