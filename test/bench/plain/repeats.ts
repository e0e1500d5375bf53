import { AppError } from '../../../api/src/base/errors';
import type { Services } from '../../../api/src/context';
import { findRepeat } from '../../../api/src/passages/findPassage';

/** The bench sends every id once: that is looked up for each request, as the real route does, and a repeat is a fault. */
export async function refuseRepeat({ database, config }: Services, id: string, requestHash: Buffer) {
  if (await findRepeat(database, config.brand.zone, id, requestHash)) {
    throw new AppError('internal', { cause: new Error('an id was sent twice') });
  }
}
