import type { ErrorCode } from '@anxing/contract/errors';

import { AppError } from '../../base/errors';
import { openCard } from '../../codes/paperCard';
import { personOfCard } from '../cards/findCard';
import type { Recognised, Recogniser } from './recognised';

const faults = {
  malformed: 'code_unreadable',
  unknownKey: 'code_unknown_key',
  forged: 'card_forged',
} as const satisfies Record<string, ErrorCode>;

/** A printed card of somebody without a phone. @throws card_revoked, card_forged and the like */
export async function byCard({ services }: Recogniser, text: string): Promise<Recognised> {
  const reading = openCard(services.posterKeys, text);
  if (!reading.ok) {
    throw new AppError(faults[reading.failure]);
  }
  const id = await personOfCard(services, reading.content.reference);
  const person = id === undefined ? undefined : await services.caches.persons.get(id);
  if (!person) {
    throw new AppError('card_revoked');
  }

  return { object: 'card', person };
}
