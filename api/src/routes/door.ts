import { doorKeys, outagePass, revocationList, revocationQuery } from '@anxing/contract/door';

import { issuePass } from '../codes/outagePass';
import { doorKeysOf } from '../commands/door/doorKeys';
import { revocationsSince } from '../commands/door/passRevocations';
import { refreshStatus } from '../commands/refreshStatus';
import { colourNamed } from '../risk/colours';
import { codeHolder, staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const keys = defineRoute({
  method: 'get',
  path: '/door/keys',
  summary: 'Public keys that verify codes without network, and the colours inside codes',
  access: staffWho('checkPeople'),
  personalData: 'none',
  limit: allowances.reading,
  answer: doorKeys,
  handle: ({ services }) => Promise.resolve(doorKeysOf(services)),
});

const revocations = defineRoute({
  method: 'get',
  path: '/door/revocations',
  summary: 'Outage passes and paper cards that are void, since the list that is held',
  access: staffWho('checkPeople'),
  personalData: 'none',
  limit: allowances.reading,
  query: revocationQuery,
  answer: revocationList,
  handle: ({ services, query }) => revocationsSince(services, query.since),
});

const pass = defineRoute({
  method: 'get',
  path: '/me/code/pass',
  summary: 'What the own phone shows for hours without network, a step every 30 seconds',
  access: codeHolder,
  personalData: 'own',
  limit: allowances.writing,
  answer: outagePass,
  async handle({ services, caller: { person }, now }) {
    const { colour } = await refreshStatus(services, person);
    const reference = Buffer.from(person.codeReference ?? '', 'hex');
    const { id } = colourNamed(services.colours, colour);

    return {
      ...issuePass(services.codeKeys.current, { reference, colour: id, now }),
      colour,
      serverTime: now,
    };
  },
});

export const doorRoutes: Route[] = [keys, revocations, pass];
