import { openPage } from '../../lib/navigation';
import { scanWithPlatform } from '../../platform/scanner';
import { checkPerson } from './check';

/** Opens the scanner and checks who was scanned. @returns false when the guard came back without a scan */
export async function scanNext(): Promise<boolean> {
  const text = await scanWithPlatform();
  if (text) {
    void checkPerson(text);
  }

  return text !== undefined;
}

/** The result has its own page, where the next one is scanned. */
export function showResult(): Promise<void> {
  return openPage('staffCheck');
}
