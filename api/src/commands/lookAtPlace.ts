import { Op } from 'sequelize';

import { dayNumber, dayOf, startOfDay } from '../base/days';
import { idFromBytes, idToBytes } from '../base/ids';
import type { Services } from '../context';
import { Account } from '../models/account';
import { Duty } from '../models/duty';
import { Person } from '../models/person';
import { Staff } from '../models/staff';
import { refreshStatus } from './refreshStatus';

export interface OnDuty {
  roles: string;
  colour: string;
  /** Tenths of °C, the latest of today; null when nobody measured. */
  temperature: number | null;
}

/** Staff members are residents as well: their person is found by the phone. */
async function personsOf(staff: readonly Staff[]): Promise<Map<string, Person>> {
  const accounts = await Account.findAll({
    where: { phoneIndex: staff.map(({ phoneIndex }) => phoneIndex) },
  });
  const ids = accounts.flatMap(({ personId }) => personId ?? []);
  const persons = await Person.findAll({ where: { id: ids, claimedAt: { [Op.not]: null } } });

  return new Map(
    accounts.flatMap(({ phoneIndex, personId }) => {
      const person = persons.find(({ id }) => id === personId);

      return phoneIndex && person ? [[phoneIndex, person] as const] : [];
    }),
  );
}

async function temperaturesToday(services: Services, persons: readonly Person[], now: number) {
  if (persons.length === 0) {
    return new Map<string, number>();
  }
  const { database, config } = services;
  const { zone } = config.brand;
  const midnight = startOfDay(dayOf(now, zone), zone);
  const rows = await database.select(
    `SELECT person_id, temperature FROM passages${database.usingIndex('passages_by_person')} ` +
      'WHERE person_id IN (?) AND at >= ? AND day >= ? AND temperature IS NOT NULL ORDER BY at',
    [persons.map(({ id }) => idToBytes(id)), midnight, dayNumber(midnight, zone)],
  );

  return new Map(rows.map((row) => [idFromBytes(row.person_id as Uint8Array), Number(row.temperature)]));
}

/** Who is on duty at a point now, by role, colour and today's temperature. */
export async function staffOnDuty(services: Services, pointId: string, now: number): Promise<OnDuty[]> {
  const duties = await Duty.findAll({ where: { pointId, until: null } });
  const staff = await Staff.findAll({ where: { id: duties.map(({ staffId }) => staffId), active: true } });
  const persons = await personsOf(staff);
  const temperatures = await temperaturesToday(services, [...persons.values()], now);

  return Promise.all(
    staff.map(async ({ roles, phoneIndex }) => {
      const person = persons.get(phoneIndex);
      const status = person && (await refreshStatus(services, person));

      return {
        roles,
        colour: status?.colour ?? services.colours.unknown,
        temperature: (person && temperatures.get(person.id)) ?? null,
      };
    }),
  );
}

/** Whether somebody is inside a place now. */
export async function isInside(services: Services, personId: string, rootId: string): Promise<boolean> {
  const rows = await services.database.select(
    'SELECT inside FROM presences WHERE person_id = ? AND root_id = ? AND inside = 1 LIMIT 1',
    [idToBytes(personId), idToBytes(rootId)],
  );

  return rows.length > 0;
}
