import { AppError } from '../base/errors';

/** Goes on only when a policy said yes. */
export function authorise(isAllowed: boolean): void {
  if (!isAllowed) {
    throw new AppError('forbidden');
  }
}
