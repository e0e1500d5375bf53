import type { CounterCard, PaperCard as ShownCard } from '@anxing/contract/cards';

import { dayOf } from '../base/days';
import { issueCard } from '../codes/paperCard';
import type { Services } from '../context';
import type { PaperCard } from '../models/paperCard';
import type { Person } from '../models/person';
import type { CardContent } from '../posters/cardPdf';
import { openField } from '../privacy/sealedFields';
import { maskIdNumber } from './mask';
import { maskedNameOf } from './maskedName';

export async function presentCard({ caches }: Services, card: PaperCard): Promise<ShownCard> {
  const unit = card.unitId === null ? undefined : await caches.units.get(card.unitId);

  return { id: card.id, issuedAt: card.issuedAt, printedBy: unit?.name ?? null };
}

export async function presentCounterCard(
  services: Services,
  card: PaperCard,
  person: Person,
): Promise<CounterCard> {
  const idNumber = openField(services.vault, 'persons', 'id_number', person, person.idNumber);

  return {
    card: await presentCard(services, card),
    person: { name: maskedNameOf(services, person), idNumber: maskIdNumber(idNumber) },
  };
}

/** What is printed. */
export function cardContent(services: Services, card: PaperCard, person: Person): CardContent {
  const { name, hotline, zone } = services.config.brand;

  return {
    text: issueCard(services.posterKeys.current, Buffer.from(card.reference, 'hex')),
    brand: name,
    name: maskedNameOf(services, person),
    issuedOn: dayOf(card.issuedAt, zone),
    hotline,
  };
}
