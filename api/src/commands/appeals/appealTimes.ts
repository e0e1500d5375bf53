import type { Services } from '../../context';

const hourMs = 3_600_000;

/** ms: when the operator has to answer, from now on. */
export function answerDue({ config }: Services, now: number): number {
  return now + config.appeals.answerHours * hourMs;
}

/** ms: until when the person may add what is missing. */
export function additionDue({ config }: Services, now: number): number {
  return now + config.appeals.moreDays * 24 * hourMs;
}
