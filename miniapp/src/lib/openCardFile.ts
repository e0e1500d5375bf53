import { openPdf } from '../platform/openPdf';
import { apiOrigin } from '../platform/origins';
import { currentAccessToken } from './session';

/**
 * Opens a paper card to be printed.
 * @param card its path below `/api/v1/`
 * @returns false when it could not be had or shown
 */
export async function openCardFile(card: string): Promise<boolean> {
  try {
    return await openPdf(`${apiOrigin()}/api/v1/${card}.pdf`, await currentAccessToken());
  } catch {
    return false;
  }
}
