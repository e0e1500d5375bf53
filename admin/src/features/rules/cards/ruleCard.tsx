import type { RiskRule } from '@anxing/contract/riskRules';
import { Tag } from 'antd';

import { ColourTag } from '../../../components/colourTag';
import { NoLiftTag } from '../words/noLift';
import type { RuleNames } from '../words/ruleNames';
import { agesText, conditionText, exemptionText } from '../words/ruleWords';

function Lines({ lines, emptyText }: { lines: readonly string[]; emptyText: string }) {
  if (lines.length === 0) {
    return <>{emptyText}</>;
  }

  return (
    <ul className="ruleLines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** One rule, in words for people. */
export function RuleCard({ rule, names }: { rule: RiskRule; names: RuleNames }) {
  const { id, enabled, colour, reason, when, exemptions, advice, appeal } = rule;
  const heading = `rule-${id}`;

  return (
    <section className="panel ruleCard" aria-labelledby={heading}>
      <h2 id={heading}>
        <ColourTag colour={colour} /> {reason} {!enabled && <Tag>已停用</Tag>}
        <NoLiftTag rule={rule} />
        <code className="ruleId">{id}</code>
      </h2>
      <dl className="ruleFacts">
        <dt>{when.length > 1 ? '满足任一条件' : '条件'}</dt>
        <dd>
          <Lines lines={when.map((one) => conditionText(one, names))} emptyText="无" />
        </dd>
        <dt>适用人员</dt>
        <dd>{agesText(rule)}</dd>
        <dt>解除条件</dt>
        <dd>
          <Lines lines={exemptions.map((one) => exemptionText(one, names))} emptyText="无" />
        </dd>
        <dt>告诉本人</dt>
        <dd>
          <p>{advice}</p>
          <p className="soft">{appeal}</p>
        </dd>
      </dl>
    </section>
  );
}
