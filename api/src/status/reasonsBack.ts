import { liftsOfRule } from '@anxing/contract/riskRules';

import { timeOf } from '../base/days';
import type { Services } from '../context';
import { colourNamed } from '../risk/colours';
import type { Reason } from '../risk/judgeFacts';
import type { Link } from '../storage/link';
import { judgePersons, type Judged } from './judgePersons';

interface Lifting {
  kinds: readonly string[];
  /** ms: when the lift ends. */
  until: number;
  /** ms */
  now: number;
}

/** What would count again of the reasons that a change by hand lifts, at the moment at which it ends. */
async function reasonsBack(
  services: Services,
  reader: Pick<Link, 'select'>,
  person: Judged,
  { kinds, until, now }: Lifting,
): Promise<Reason[]> {
  const rules = await services.rules.at(now);
  const verdicts = await judgePersons(services, reader, { persons: [person], rules, now: until });
  const lifted = new Set(
    rules.rules.filter((rule) => liftsOfRule(rule).some((kind) => kinds.includes(kind))).map(({ id }) => id),
  );

  return (verdicts.get(person.id)?.reasons ?? []).filter(({ rule }) => lifted.has(rule));
}

/** The reason that goes on for longest: the code may have its colour again until then. */
function longest(reasons: readonly Reason[]): Reason | undefined {
  const endOf = ({ until }: Reason) => until ?? Infinity;

  return reasons.reduce<Reason | undefined>(
    (most, reason) => (most === undefined || endOf(reason) > endOf(most) ? reason : most),
    undefined,
  );
}

/**
 * Says plainly that the code may have its colour again when a lift is over, and when; null where it ends after what it
 * lifts, or together with it.
 */
export async function backText(
  services: Services,
  reader: Pick<Link, 'select'>,
  person: Judged,
  { until, ...lifting }: Omit<Lifting, 'until'> & { until: number | null },
): Promise<string | null> {
  const reasons = until === null ? [] : await reasonsBack(services, reader, person, { ...lifting, until });
  const reason = longest(reasons);
  if (until === null || !reason) {
    return null;
  }
  const { zone } = services.config.brand;
  const minuteOf = (at: number) => timeOf(at, zone).slice(0, 16);
  const end = reason.until === null ? '没有截止时间' : `计至 ${minuteOf(reason.until)}`;
  const { label } = colourNamed(services.colours, reason.colour);

  return `“${reason.text}”的记录${end}，${minuteOf(until)} 起健康码可能再次变为${label}`;
}
