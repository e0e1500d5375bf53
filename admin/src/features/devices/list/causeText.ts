import { errorTexts } from '@anxing/contract/errors';

/** Why requests of a device were refused, by the code that it was told. */
export function causeText(cause: string): string {
  const texts: Record<string, readonly [number, string, string] | undefined> = errorTexts;

  return texts[cause]?.[1] ?? cause;
}
