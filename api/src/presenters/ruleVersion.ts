import type {
  DryRun,
  RuleState,
  RuleVersion as Shown,
  RuleVersionSummary,
} from '@anxing/contract/ruleVersions';
import type { Abilities } from '@anxing/contract/units';

import type { RuleVersion } from '../models/ruleVersion';
import { readRuleList } from '../risk/readRuleList';
import { optionalNumber } from './optionalNumber';

/** What has to be known beside a version to show it. */
export interface RuleSurround {
  /** The version in force now. */
  current: number;
  /** ms */
  now: number;
  /** Whether a version was approved that takes force later. */
  isMoreToCome: boolean;
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>;
}

function stateOf({ state, version, takesForceAt }: RuleVersion, { current, now }: RuleSurround): RuleState {
  if (state !== 'approved') {
    return state;
  }
  if (version === current) {
    return 'inForce';
  }

  return Number(takesForceAt) > now ? 'approved' : 'past';
}

const fromFile = '配置文件';

function nameOf(id: string | null, { names }: RuleSurround): string {
  return id === null ? fromFile : (names.get(id) ?? '');
}

export function presentRuleSummary(version: RuleVersion, around: RuleSurround): RuleVersionSummary {
  const { approvedBy, takesForceAt } = version;

  return {
    version: version.version,
    state: stateOf(version, around),
    comment: version.comment,
    basedOn: version.basedOn ?? null,
    createdBy: nameOf(version.createdBy, around),
    createdAt: Number(version.createdAt),
    approvedBy: approvedBy ? nameOf(approvedBy, around) : null,
    takesForceAt: optionalNumber(takesForceAt),
    changeId: version.changeId ?? null,
  };
}

/** A version with its rules and what can be done with it. */
export function presentRuleVersion(
  version: RuleVersion,
  around: RuleSurround,
  dryRun: DryRun | null,
  { manageRules }: Abilities,
): Shown {
  const summary = presentRuleSummary(version, around);
  const isDraft = summary.state === 'draft';

  return {
    ...summary,
    rules: readRuleList(version.rules),
    dryRun,
    may: {
      change: manageRules && isDraft,
      submit: manageRules && isDraft,
      discard: manageRules && isDraft,
      // The rules in force stay when they are proposed once more: what is to come is given up.
      rollBack:
        manageRules && (summary.state === 'past' || (summary.state === 'inForce' && around.isMoreToCome)),
    },
  };
}
