import type { IdCardRead } from '@anxing/contract/idCards';

import { maskIdNumber } from './mask';

interface CardRead {
  idNumber: string;
  birthYear: number;
  needsReason: boolean;
  object: string;
  until: number;
}

/** As much of the number as the guard needs to compare it with the card in his hand. */
export function presentIdCard({ idNumber, birthYear, needsReason, object, until }: CardRead): IdCardRead {
  return { number: maskIdNumber(idNumber), birthYear, needsReason, object, expiresAt: until };
}
