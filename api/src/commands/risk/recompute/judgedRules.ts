import type { Services } from '../../../context';
import type { RiskRules } from '../../../risk/rules';
import type { Change } from '../../../storage/bus';
import type { Link } from '../../../storage/link';
import type { Claim } from './recomputeLease';

/** A run for rules that others have replaced is over: the others have a run of their own. @throws before they are in force */
export async function isOvertaken(
  { rules: book }: Services,
  claim: Claim,
  rules: RiskRules,
  now: number,
): Promise<boolean> {
  if (claim.cause !== 'rules' || claim.subject === String(rules.version)) {
    return false;
  }
  const coming = await book.from(now);
  if (coming.some(({ version }) => claim.subject === String(version))) {
    throw new Error('a run for rules that are not in force yet by the clock of this process');
  }

  return true;
}

/** From now on nobody is judged by older rules, whatever a process's clock says. */
export async function noteBegun(link: Link, version: number, now: number): Promise<void> {
  await link.execute('UPDATE rule_versions SET begun_at = ? WHERE version = ? AND begun_at IS NULL', [
    now,
    version,
  ]);
}

/** From now on whatever is stored with people holds by these rules. */
export async function noteJudged(link: Link, version: number, now: number): Promise<Change[]> {
  const rows = await link.select('SELECT id FROM rule_versions WHERE version = ?', [version]);
  await link.execute('UPDATE rule_versions SET judged_at = ? WHERE version = ?', [now, version]);

  return rows.map(({ id }) => ({ table: 'rule_versions', id: String(id) }));
}
