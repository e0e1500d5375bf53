import { RuleVersion } from '../models/ruleVersion';
import type { Bus } from '../storage/bus';
import type { Link } from '../storage/link';
import { RowCache, allStaleBy } from '../storage/rowCache';
import { readRuleList } from './readRuleList';
import type { RiskRules } from './rules';

/** Rules, and whether everybody has been judged by them. */
export interface RulesInForce extends RiskRules {
  /** Then what is stored with a person holds, whichever version has last written it. */
  isJudged: boolean;
}

/** A version that two people have put in force, or that came with the configuration. */
interface ApprovedRules extends RulesInForce {
  /** ms: in force from then on, until the next one is. */
  takesForceAt: number;
}

const all = 'all versions';

const inForceSql =
  "SELECT version FROM rule_versions WHERE state = 'approved' AND (takes_force_at <= ? OR begun_at IS NOT NULL) " +
  'ORDER BY takes_force_at DESC, version DESC LIMIT 1';

function toApproved(row: RuleVersion): ApprovedRules {
  return {
    version: row.version,
    rules: readRuleList(row.rules),
    takesForceAt: Number(row.takesForceAt),
    isJudged: row.judgedAt !== null,
  };
}

/** Later ones go before earlier ones; of those that take force together, the higher version. */
function newestFirst(one: ApprovedRules, other: ApprovedRules): number {
  return other.takesForceAt - one.takesForceAt || other.version - one.version;
}

/** Which rules are in force when. Every approved version is kept in memory: there are few. */
export class RuleBook {
  private readonly approved: RowCache<readonly ApprovedRules[]>;

  private readonly configured: RulesInForce;

  /** @param first the configuration's, before any version is stored */
  constructor(bus: Bus, first: RiskRules) {
    this.configured = { ...first, isJudged: false };
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
  async at(instant: number): Promise<RulesInForce> {
    const versions = this.approved.kept(all) ?? (await this.approved.get(all)) ?? [];

    return versions.find(({ takesForceAt }) => takesForceAt <= instant) ?? versions.at(-1) ?? this.configured;
  }

  /**
   * The same for whoever writes what follows from them, asked once the people's rows are held: what another process has
   * approved may not have been told here yet, and its run may have passed these people already. A version that a run has
   * begun with counts, though by the clock of this process it is not in force yet: what is written by an older one would stay.
   */
  async within(link: Pick<Link, 'select'>, instant: number): Promise<RulesInForce> {
    const [row] = await link.select(inForceSql, [instant]);
    const known = await this.at(instant);
    if (!row || Number(row.version) === known.version) {
      return known;
    }
    await this.reload();
    const versions = (await this.approved.get(all)) ?? [];

    return versions.find(({ version }) => version === Number(row.version)) ?? this.at(instant);
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
