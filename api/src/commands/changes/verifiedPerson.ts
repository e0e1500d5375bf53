import { Op, type Transaction } from 'sequelize';

import { Account } from '../../models/account';
import { Person } from '../../models/person';
import type { Staff } from '../../models/staff';

/** Verified by face: see design §5. */
const verifiedLevel = 4;

/**
 * The person behind a staff member: whoever is verified in the mini-program under the staff member's own phone. A phone
 * that leads to two people proves neither of them.
 */
export async function verifiedPerson(
  { phoneIndex }: Staff,
  transaction?: Transaction,
): Promise<Person | undefined> {
  const accounts = await Account.findAll({
    where: { phoneIndex, personId: { [Op.not]: null } },
    transaction,
  });
  const [personId, ...others] = new Set(accounts.flatMap((account) => account.personId ?? []));
  if (personId === undefined || others.length > 0) {
    return undefined;
  }
  const person = await Person.findByPk(personId, { transaction });

  return person && person.level >= verifiedLevel ? person : undefined;
}
