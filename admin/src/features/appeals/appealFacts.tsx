import type { OperatorAppeal } from '@anxing/contract/appeals';
import { Descriptions, Tag } from 'antd';

import { ColourTag } from '../../components/colourTag';
import { Instant } from '../../components/instant';
import { DueText } from './dueText';

function Reasons({ reasons, stillCounting }: OperatorAppeal) {
  return (
    <ul className="appealReasons">
      {reasons.map(({ rule, text, sourceName, date }) => (
        <li key={`${rule}-${date}`}>
          {text}
          {stillCounting.includes(rule) ? <Tag color="warning">仍有效</Tag> : <Tag>已不再计算</Tag>}
          <span className="underName">{`${sourceName}，${date}`}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who appeals against what, and how things stand now. */
export function AppealFacts({ appeal }: { appeal: OperatorAppeal }) {
  const { person, colour, state, submittedAt, closedAt, lift } = appeal;

  return (
    <>
      <Descriptions
        className="factSheet"
        column={1}
        bordered
        size="small"
        items={[
          { key: 'person', label: '申诉人', children: `${person.name}，${person.idNumber}` },
          { key: 'colour', label: '目前的健康码', children: <ColourTag colour={colour} /> },
          { key: 'reasons', label: '申诉的原因', children: <Reasons {...appeal} /> },
          { key: 'submitted', label: '提交时间', children: <Instant at={submittedAt} /> },
          closedAt === null
            ? {
                key: 'due',
                label: state === 'needsMore' ? '补充期限' : '答复期限',
                children: <DueText {...appeal} />,
              }
            : { key: 'closed', label: '办结时间', children: <Instant at={closedAt} /> },
          ...(lift
            ? [
                {
                  key: 'lift',
                  label: '解除至',
                  children: <Instant at={lift.until} instead="与所涉记录同时失效" />,
                },
              ]
            : []),
        ]}
      />
      <p className="soft">个人信息已隐去部分内容。查看本页会留下记录，本人可以看到。</p>
    </>
  );
}
