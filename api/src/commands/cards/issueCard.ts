import { randomBytes } from 'node:crypto';

import { cardReferenceBytes } from '@anxing/contract/offline/codeForms';

import { newId } from '../../base/ids';
import { createBy, lockOne } from '../../models/auditedModel';
import { PaperCard, type homeMade } from '../../models/paperCard';
import { Person } from '../../models/person';
import type { Scene } from '../../storage/scene';

interface Printer {
  unitId: string;
  staffId: string;
}

/**
 * Voids the cards of a person: a lost one, or the one before.
 * @param which left out: whoever made them
 * @returns how many there were
 */
export async function revokeCards(
  scene: Scene,
  personId: string,
  which: Partial<typeof homeMade> = {},
): Promise<number> {
  const cards = await PaperCard.findAll({
    where: { personId, revokedAt: null, ...which },
    transaction: scene.tx,
    lock: scene.tx.LOCK.UPDATE,
  });
  for (const card of cards) {
    card.revokedAt = scene.now;
    await card.saveBy(scene);
  }

  return cards.length;
}

/** A new card; the one before is void, so that a lost one is worth nothing. */
export async function issueCardTo(
  scene: Scene,
  personId: string,
  printer: Printer | null,
): Promise<PaperCard> {
  await lockOne(Person, scene, { id: personId });
  await revokeCards(scene, personId);

  return createBy(PaperCard, scene, {
    id: newId(scene.now),
    personId,
    reference: randomBytes(cardReferenceBytes).toString('hex'),
    unitId: printer?.unitId ?? null,
    staffId: printer?.staffId ?? null,
    issuedAt: scene.now,
    revokedAt: null,
  });
}
