import type { Services } from '../context';
import type { Person } from '../models/person';
import { testResultsOf } from './testResults';

const nucleic = { any: 'nucleic', negative: 'nucleicNegative' } as const;

/** ms since the sample of the last nucleic-acid test, when that was negative; undefined without such. */
export async function negativeTestAge(
  services: Services,
  person: Pick<Person, 'identityIndex'>,
  now: number,
): Promise<number | undefined> {
  const results = await testResultsOf(services, person, now);
  const newest = results.find(({ kind }) => kind.startsWith(nucleic.any));

  return newest?.kind === nucleic.negative ? now - newest.validFrom : undefined;
}
