import { AppError } from '../base/errors';

type Answer = { ok: true } | { ok: false; reason: string };

/**
 * The answer of WeChat or Alipay, if it is a yes.
 * @throws sign_in_failed, unavailable, too_many_requests
 */
export function accepted<T extends Answer>(answer: T): Extract<T, { ok: true }> {
  if (answer.ok) {
    return answer as Extract<T, { ok: true }>;
  }
  switch (answer.reason) {
    case 'busy':
      throw new AppError('unavailable', { retryAfter: 5 });
    case 'tooFrequent':
      throw new AppError('too_many_requests', { retryAfter: 60 });
    default:
      throw new AppError('sign_in_failed');
  }
}
