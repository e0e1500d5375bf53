import type { PersonalCode, Reason as ShownReason } from '@anxing/contract/me';

import { issuePersonalCode, personalCodeLifetimeMs } from '../codes/personalCode';
import type { Services } from '../context';
import type { Person } from '../models/person';
import { openField } from '../privacy/sealedFields';
import { colourNamed } from '../risk/colours';
import type { Reason } from '../risk/judgeFacts';
import type { Status } from '../status/currentStatus';
import { maskName } from './mask';

function presentReason({ rule, text, advice, sourceName, date, until }: Reason): ShownReason {
  return { rule, text, advice, sourceName, date, until };
}

/** The code as its owner shows it: signed now, good for 60 s; the reasons are for the owner alone. */
export function presentPersonalCode(
  services: Services,
  person: Person,
  status: Status,
  now: number,
): PersonalCode {
  const reference = Buffer.from(person.codeReference ?? '', 'hex');
  const colour = colourNamed(services.colours, status.colour);
  const issued = Math.floor(now / 1000) * 1000;

  return {
    qr: issuePersonalCode(services.codeKeys.current, { reference, colour: colour.id, now }),
    number: person.number ?? '',
    colour: status.colour,
    reasons: status.reasons.map(presentReason),
    asOf: status.asOf,
    expiresAt: issued + personalCodeLifetimeMs,
    serverTime: now,
    name: maskName(openField(services.vault, 'persons', 'name', person, person.name)),
  };
}
