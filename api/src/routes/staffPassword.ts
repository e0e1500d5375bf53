import { passwordChange } from '@anxing/contract/sessions';

import { changePassword } from '../commands/changePassword';
import { anyStaff } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const change = defineRoute({
  method: 'put',
  path: '/sessions/password',
  summary: 'Change the own password; the other sessions end',
  access: anyStaff,
  personalData: 'none',
  limit: allowances.proving,
  body: passwordChange,
  handle: ({ services, origin, caller, input }) =>
    changePassword(services, origin, caller.staff, caller.session.id, input),
});

export const staffPasswordRoutes: Route[] = [change];
