import type { PersonalCode, Reason as ShownReason } from '@anxing/contract/me';

import type { Services } from '../context';
import type { Person } from '../models/person';
import { colourNamed } from '../risk/colours';
import type { Reason } from '../risk/judgeFacts';
import type { Status } from '../status/currentStatus';
import { maskedNameOf } from './maskedName';

function presentReason({ rule, text, advice, sourceName, date, until }: Reason): ShownReason {
  return { rule, text, advice, sourceName, date, until };
}

interface ShownPerson {
  person: Person;
  /** Of today. */
  number: string;
  status: Status;
  /** ms */
  now: number;
}

/** The code as its owner shows it: signed within the last 40 s, good for 60; the reasons are for the owner alone. */
export function presentPersonalCode(
  services: Services,
  { person, number, status, now }: ShownPerson,
): PersonalCode {
  const colour = colourNamed(services.colours, status.colour);
  const { qr, expiresAt } = services.codes.show(person.codeReference ?? '', colour.id, now);

  return {
    qr,
    number,
    colour: status.colour,
    reasons: status.reasons.map(presentReason),
    asOf: status.asOf,
    expiresAt,
    serverTime: now,
    name: maskedNameOf(services, person),
  };
}
