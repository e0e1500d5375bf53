import { startOfDay } from '../base/days';
import type { RiskRule } from './rules';

type Ages = NonNullable<RiskRule['ages']>;

/** The day on which somebody is so many years old: who was born on 29 February, on 1 March of other years. */
function birthday(birthDate: string, years: number): string {
  const year = String(Number(birthDate.slice(0, 4)) + years).padStart(4, '0');
  const day = `${year}${birthDate.slice(4)}`;
  const isReal = new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

  return isReal ? day : `${year}-03-01`;
}

/**
 * The stretch of life (ms) in which a rule is about somebody. Whose birth is not known is meant for all his life: a
 * missing date must not make anybody look better.
 */
export function spanOfAges(
  ages: Ages | undefined,
  birthDate: string | null | undefined,
  zone: string,
): { from: number; to: number } {
  if (!ages || !birthDate) {
    return { from: -Infinity, to: Infinity };
  }

  return {
    from: ages.from === 0 ? -Infinity : startOfDay(birthday(birthDate, ages.from), zone),
    to: ages.to === null ? Infinity : startOfDay(birthday(birthDate, ages.to + 1), zone),
  };
}
