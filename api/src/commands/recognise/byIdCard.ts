import { AppError, InvalidInput } from '../../base/errors';
import { Person } from '../../models/person';
import { openTicket } from '../idCard/ticket';
import type { Recognised, Recogniser } from './recognised';

/**
 * A card that the guard took a picture of and confirmed. For whom it is not meant needs a reason, which the person reads.
 * @throws id_card_again, id_card_unknown, invalid_input
 */
export async function byIdCard(
  { services, origin, now, idCardReason }: Recogniser,
  object: string,
): Promise<Recognised> {
  const { identityIndex, needsReason } = openTicket(services, origin.actor.id, object, now);
  const reason = services.config.policy.idCardReasons.find(({ id }) => id === idCardReason);
  if (idCardReason !== undefined && !reason) {
    throw new InvalidInput({ idCardReason: 'choice' });
  }
  if (needsReason && !reason) {
    throw new InvalidInput({ idCardReason: 'required' });
  }
  const person = await Person.findOne({ where: { identityIndex } });
  if (person?.claimedAt == null) {
    throw new AppError('id_card_unknown');
  }

  return { object: 'idCard', person, purpose: reason ? `身份证识别（${reason.name}）` : '身份证识别' };
}
