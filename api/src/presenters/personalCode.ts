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
  /** Whether it must be another one than was shown before. */
  isRenewed?: boolean;
}

/** The code as its owner shows it: signed within the last 40 s, or just now where he asks for it, good for 60; the reasons are for the owner alone. */
export function presentPersonalCode(
  services: Services,
  { person, number, status, now, isRenewed = false }: ShownPerson,
): PersonalCode {
  const colour = colourNamed(services.colours, status.colour);
  const { codes } = services;
  const reference = person.codeReference ?? '';
  const { qr, expiresAt } = isRenewed
    ? codes.renew(reference, colour.id, now)
    : codes.show(reference, colour.id, now);

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
