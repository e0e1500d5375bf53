import type { z } from 'zod';

import type { counterCardRequest } from '@anxing/contract/cards';

import { InvalidInput } from '../../base/errors';
import { writeAs, type Services } from '../../context';
import type { PaperCard } from '../../models/paperCard';
import type { Person } from '../../models/person';
import { giveCode } from '../giveCode';
import { personOf, seen } from '../joinPerson';
import { knowsDivision } from '../pointFaults';
import { withFreshNumbers } from '../withFreshNumbers';
import { documentFaults, matchAtCounter, tellAtCounter, type Counter, type CounterWords } from './counter';
import { issueCardTo } from './issueCard';

type CounterInput = z.output<typeof counterCardRequest>;

function checkInput(services: Services, input: CounterInput): void {
  const { division } = input;
  const faults = {
    ...documentFaults(services, input),
    ...(division !== undefined && !knowsDivision(services.config, division) ? { division: 'division' } : {}),
  };
  if (Object.keys(faults).length > 0) {
    throw new InvalidInput(faults);
  }
}

const told: CounterWords = {
  kind: 'card',
  title: '已为您打印纸质健康码',
  body: (unit) =>
    `由“${unit}”核对证件和本人后打印，旧卡同时失效。如非本人办理，请立即在“我的”中作废并联系服务热线。`,
  purpose: '打印纸质卡',
};

/**
 * A clerk prints a card for somebody without a phone who stands at the counter with his document: verified like a face
 * check, by the clerk's eyes. Who is not known yet becomes known, with a code. The person can read who did it.
 * @throws invalid_input, identity_mismatch, unavailable, too_many_requests
 */
export async function printCardAtCounter(
  counter: Counter,
  input: CounterInput,
): Promise<{ card: PaperCard; person: Person }> {
  const { services, origin, staffId, unitId } = counter;
  checkInput(services, input);
  await matchAtCounter(counter, input);

  return withFreshNumbers(() =>
    writeAs(services, origin, async (scene) => {
      const person = await personOf(services, scene, input, seen);
      await giveCode(services, scene, person, input.division);
      const card = await issueCardTo(scene, person.id, { unitId, staffId });
      await tellAtCounter(counter, scene, person, told);

      return { card, person };
    }),
  );
}
