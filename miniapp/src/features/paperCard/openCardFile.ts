import { currentAccessToken } from '../../lib/session';
import { apiOrigin } from '../../platform/origins';
import { openPdf } from '../../platform/openPdf';

/** Opens the own card. @returns false when it could not be had or shown */
export async function openCardFile(): Promise<boolean> {
  try {
    return await openPdf(`${apiOrigin()}/api/v1/me/card.pdf`, await currentAccessToken());
  } catch {
    return false;
  }
}
