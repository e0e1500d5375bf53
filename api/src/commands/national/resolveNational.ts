import { AppError } from '../../base/errors';
import type { Services } from '../../context';
import type { NationalCodeAnswer } from '../../providers/national/national';
import { ProviderUnavailable } from '../../providers/providerUnavailable';

/** Asks the national platform what a code says, and of whom. @throws national_unavailable */
export async function resolveNational(
  { providers, logger }: Services,
  content: string,
): Promise<NationalCodeAnswer> {
  try {
    return await providers.national.resolve(content);
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) {
      throw error;
    }
    logger.warn({ err: error }, 'national platform');
    throw new AppError('national_unavailable', { retryAfter: error.retryAfter, cause: error });
  }
}
