import type { OwnScreening, ScreeningGroup as ShownGroup, ScreeningPerson } from '@anxing/contract/screening';

import { dayOf } from '../base/days';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import { stateOf, type Duty } from '../risk/screening/dutiesOf';
import type { ScreeningGroup } from '../risk/screening/screeningRules';
import type { GroupCounts, ListedPerson } from '../status/screeningLists';
import type { StoredFact } from '../status/storedFacts';
import { maskIdNumber } from './mask';
import { maskedNameOf } from './maskedName';

/** A list as the person on it reads it, with who delivered it. @param now ms */
export function presentOwnScreening(
  { config }: Services,
  { group, listing, lastTestAt, dueOn }: Duty<StoredFact>,
  now: number,
): OwnScreening {
  return {
    group: group.id,
    groupName: group.name,
    duty: group.duty,
    intervalDays: group.intervalDays,
    listedOn: listing.date,
    listedBy: listing.submittedBy,
    lastTestAt,
    dueOn,
    state: stateOf(dueOn, group, dayOf(now, config.brand.zone)),
  };
}

const none = { listed: 0, neverTested: 0, soon: 0, overdue: 0 };

export function presentScreeningGroup(group: ScreeningGroup, counts: GroupCounts | undefined): ShownGroup {
  const { id, name, duty, intervalDays, remindDaysBefore } = group;
  const { listed, neverTested, soon, overdue } = counts ?? none;

  return { id, name, duty, intervalDays, remindDaysBefore, listed, neverTested, soon, overdue };
}

/** Somebody on a list, masked. @param person undefined for who has not registered */
export function presentScreeningPerson(
  services: Services,
  { id, group, listedOn, lastTestAt, dueOn }: ListedPerson,
  person: Person | undefined,
  now: number,
): ScreeningPerson {
  const { vault, config } = services;
  const idNumber = person && openField(vault, 'persons', 'id_number', person, person.idNumber);

  return {
    id,
    name: person ? maskedNameOf(services, person) : null,
    idNumber: idNumber === undefined ? null : maskIdNumber(idNumber),
    group: group.id,
    groupName: group.name,
    duty: group.duty,
    listedOn,
    lastTestAt,
    dueOn,
    state: stateOf(dueOn, group, dayOf(now, config.brand.zone)),
  };
}
