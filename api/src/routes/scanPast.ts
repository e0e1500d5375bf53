import { recentScanPage, recentScanQuery } from '@anxing/contract/scans';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { lookFurtherBack } from '../commands/scans/lookFurtherBack';
import { recentScans } from '../passages/recentScans';
import { presentRecentScans } from '../presenters/recentScans';
import { staffWho } from '../web/access';
import { byUuid7 } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';

const list = defineRoute({
  method: 'get',
  path: '/scans/{id}/recent',
  summary: 'Earlier checks of somebody whom the caller has just checked; the person sees the look',
  access: staffWho('checkPeople'),
  personalData: 'masked',
  limit: allowances.door,
  params: byUuid7,
  query: recentScanQuery,
  answer: recentScanPage,
  async handle({ services, origin, caller, params: { id }, query: { cursor, limit }, now }) {
    const { staff, unit } = caller;
    const scope = { check: id };
    const after = readInstantCursor(scope, cursor);
    const check = await lookFurtherBack({ services, origin, staff, unit, now }, id);
    const { personId } = check;
    const wanted = { zone: services.config.brand.zone, personId, before: after ?? check, now };
    const rows = await recentScans(services.database, wanted, limit + 1);
    const { items, next } = cutInstantPage(rows, limit, scope);

    return { items: await presentRecentScans(services, unit.id, items), next };
  },
});

export const scanPastRoutes: Route[] = [list];
