import { z } from 'zod';

import { limits } from '@anxing/contract/limits';
import { idCardPrefix } from '@anxing/contract/scanned';

import { AppError } from '../../base/errors';
import type { Services } from '../../context';

/** What was read of a card: whose it is, never the number itself. */
const content = z.object({
  identityIndex: z.string(),
  needsReason: z.boolean(),
  /** ms */
  until: z.number(),
});
export type CardTicket = z.output<typeof content>;

/** Sealed for one guard: at another's hands it does not open. */
function placeFor(staffId: string) {
  return { table: 'id_cards', column: 'ticket', row: staffId };
}

/** @returns the `object` of the check that follows, and until when (ms) it is good */
export function issueTicket(
  { vault }: Services,
  staffId: string,
  given: Omit<CardTicket, 'until'>,
  now: number,
): { object: string; until: number } {
  const until = now + limits.idCardMinutes * 60_000;
  const sealed = vault.seal(placeFor(staffId), JSON.stringify({ ...given, until }));

  return { object: idCardPrefix + sealed, until };
}

function opened({ vault }: Services, staffId: string, object: string): CardTicket | undefined {
  try {
    return content.parse(JSON.parse(vault.open(placeFor(staffId), object.slice(idCardPrefix.length))));
  } catch {
    return undefined;
  }
}

/** @throws id_card_again for one that is over, another guard's, or none */
export function openTicket(services: Services, staffId: string, object: string, now: number): CardTicket {
  const ticket = opened(services, staffId, object);
  if (!ticket || ticket.until <= now) {
    throw new AppError('id_card_again');
  }

  return ticket;
}
