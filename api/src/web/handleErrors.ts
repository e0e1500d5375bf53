import { AppError } from '../base/errors';
import { writeError } from './errorAnswer';
import type { Http } from './http';

/** Answers whatever is thrown, and what nobody has answered. */
export async function handleErrors(http: Http, next: () => Promise<unknown>): Promise<void> {
  try {
    await next();
    if (http.status === 404 && (http.body === undefined || http.body === null)) {
      throw new AppError('not_found');
    }
    if (http.status === 405 || http.status === 501) {
      throw new AppError('method_not_allowed');
    }
  } catch (thrown) {
    writeError(http, thrown);
  }
}
