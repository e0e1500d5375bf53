import { RuleVersion } from '../models/ruleVersion';
import type { Bus } from '../storage/bus';
import { RowCache, allStaleBy } from '../storage/rowCache';
import { readRuleList } from './readRuleList';
import type { RiskRules } from './rules';

/** A version that two people have put in force, or that came with the configuration. */
export interface ApprovedRules extends RiskRules {
  /** ms: in force from then on, until the next one is. */
  takesForceAt: number;
}

const all = 'all versions';

function toApproved(row: RuleVersion): ApprovedRules {
  return {
    version: row.version,
    rules: readRuleList(row.rules),
    takesForceAt: Number(row.takesForceAt),
  };
}

/** Later ones go before earlier ones; of those that take force together, the higher version. */
function newestFirst(one: ApprovedRules, other: ApprovedRules): number {
  return other.takesForceAt - one.takesForceAt || other.version - one.version;
}

/** Which rules are in force when. Every approved version is kept in memory: there are few. */
export class RuleBook {
  private readonly approved: RowCache<readonly ApprovedRules[]>;

  /** @param first the configuration's, before any version is stored */
  constructor(
    bus: Bus,
    private readonly first: RiskRules,
  ) {
    this.approved = new RowCache<readonly ApprovedRules[]>({
      bus,
      size: 1,
      staleBy: allStaleBy('rule_versions'),
      load: async () => {
        const rows = await RuleVersion.findAll({ where: { state: 'approved' } });

        return new Map([[all, rows.map(toApproved).sort(newestFirst)]]);
      },
    });
  }

  /** The rules in force at an instant (ms). What was approved is never changed, so that the answer is always the same. */
  async at(instant: number): Promise<RiskRules> {
    const versions = this.approved.kept(all) ?? (await this.approved.get(all)) ?? [];

    return versions.find(({ takesForceAt }) => takesForceAt <= instant) ?? versions.at(-1) ?? this.first;
  }

  /** Reads the versions anew: what was approved by another process may not have been told yet. */
  async reload(): Promise<void> {
    await this.approved.fresh(all);
  }

  /** The versions that are in force at an instant (ms) or will be. */
  async from(instant: number): Promise<RiskRules[]> {
    const versions = (await this.approved.get(all)) ?? [];

    return [await this.at(instant), ...versions.filter(({ takesForceAt }) => takesForceAt > instant)];
  }

  /** When the next version takes force (ms); null when none is to come. */
  async nextAfter(instant: number): Promise<number | null> {
    const versions = (await this.approved.get(all)) ?? [];
    const coming = versions.map(({ takesForceAt }) => takesForceAt).filter((at) => at > instant);

    return coming.length > 0 ? Math.min(...coming) : null;
  }
}
