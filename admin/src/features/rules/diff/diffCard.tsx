import { Tag } from 'antd';

import { ruleFields } from '../words/ruleFields';
import type { RuleNames } from '../words/ruleNames';
import type { FieldDiff, RuleDiff } from './ruleDiff';

const kinds = {
  added: { label: '新增', tone: 'success' },
  removed: { label: '删除', tone: 'error' },
  changed: { label: '修改', tone: 'warning' },
} as const;

interface SideProps {
  lines: readonly string[];
  /** What the other side says too is not marked. */
  others: readonly string[];
  mark: 'del' | 'ins';
}

function Side({ lines, others, mark: Mark }: SideProps) {
  return (
    <ul className="ruleLines">
      {lines.map((line) => (
        <li key={line}>{others.includes(line) ? line : <Mark>{line}</Mark>}</li>
      ))}
    </ul>
  );
}

function FieldRow({ field: { label, before, after } }: { field: FieldDiff }) {
  return (
    <div className="diffField">
      <h3>{label}</h3>
      <div className="diffSides">
        <div>
          <span className="diffWhich">生效版本</span>
          <Side lines={before} others={after} mark="del" />
        </div>
        <div>
          <span className="diffWhich">本版本</span>
          <Side lines={after} others={before} mark="ins" />
        </div>
      </div>
    </div>
  );
}

function WholeRule({ diff, names }: { diff: RuleDiff; names: RuleNames }) {
  return (
    <dl className="ruleFacts">
      {ruleFields(diff.rule, names).map(({ key, label, lines }) => (
        <div key={key} className="ruleFact">
          <dt>{label}</dt>
          <dd>
            <Side lines={lines} others={lines} mark="ins" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One rule that is new, gone or different, with both sides where it is different. */
export function DiffCard({ diff, names }: { diff: RuleDiff; names: RuleNames }) {
  const { label, tone } = kinds[diff.kind];

  return (
    <section className="panel ruleCard">
      <h2>
        <Tag color={tone}>{label}</Tag> {diff.rule.reason}
        <code className="ruleId">{diff.rule.id}</code>
      </h2>
      {diff.kind === 'changed' ? (
        diff.fields.map((field) => <FieldRow key={field.key} field={field} />)
      ) : (
        <WholeRule diff={diff} names={names} />
      )}
    </section>
  );
}
