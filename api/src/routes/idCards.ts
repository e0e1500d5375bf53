import { evidenceBodyBytes } from '@anxing/contract/evidence';
import { idCardRead, idCardUpload } from '@anxing/contract/idCards';

import { readCard } from '../commands/idCard/readCard';
import { presentIdCard } from '../presenters/idCard';
import { staffWho } from '../web/access';
import { defineRoute, type Route } from '../web/route';

const read = defineRoute({
  method: 'post',
  path: '/scans/id-card',
  summary:
    'Read the number of a resident identity card from its picture, for the guard to confirm; nothing is kept',
  access: staffWho('checkPeople'),
  personalData: 'masked',
  limit: { points: 20, seconds: 60 },
  body: idCardUpload,
  bodyBytes: evidenceBodyBytes,
  answer: idCardRead,
  handle: async ({ services, caller, input }) =>
    presentIdCard(await readCard(services, caller.staff.id, input)),
});

export const idCardRoutes: Route[] = [read];
