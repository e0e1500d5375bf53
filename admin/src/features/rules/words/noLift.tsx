import { liftsOfRule, type RiskRule } from '@anxing/contract/riskRules';
import { Alert, Tag } from 'antd';

export type Liftable = Pick<RiskRule, 'enabled' | 'exemptions'>;

/** Nobody who appeals against it can be helped: no decision of two people takes it away. */
export function hasNoLift(rule: Liftable): boolean {
  return rule.enabled && liftsOfRule(rule).length === 0;
}

/** Beside a rule that no decision by hand takes away. */
export function NoLiftTag({ rule }: { rule: Liftable }) {
  return hasNoLift(rule) ? <Tag color="warning">申诉不能成立</Tag> : null;
}

/** What whoever writes such a rule, or hands it on, has to know. */
export function NoLiftAlert({ rules }: { rules: readonly RiskRule[] }) {
  const bare = rules.filter(hasNoLift);

  return bare.length > 0 ? (
    <Alert
      className="formFault"
      type="warning"
      showIcon
      title={`没有人工解除方式的规则：${bare.map(({ reason }) => `“${reason}”`).join('、')}`}
      description="对它们的申诉不能成立，只能等记录到期或撤回。如需允许，请添加来源为“双人核定”的解除条件。"
    />
  ) : null;
}
