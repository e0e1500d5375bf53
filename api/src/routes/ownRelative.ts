import { AppError } from '../base/errors';
import { familyOf, type Relative } from '../models/familyOf';
import type { Person } from '../models/person';

/** A member of the caller's family. @throws not_found, also for another applicant's and one that was removed */
export async function ownRelative(applicant: Person, id: string): Promise<Relative> {
  const [relative] = await familyOf(applicant.id, id);
  if (!relative) {
    throw new AppError('not_found');
  }

  return relative;
}
