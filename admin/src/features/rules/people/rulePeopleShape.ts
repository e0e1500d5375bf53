import { underRuleQuery } from '@anxing/contract/ruleVersions';

/** Said on purpose: leaving the rule out asks for nothing. No rule is called so. */
export const everyRule = '*';

export const rulePeopleShape = underRuleQuery.shape;
