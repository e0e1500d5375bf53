import { isUuid7 } from '@anxing/contract/uuid7';
import { pageOf } from '@anxing/contract/fields';
import { passageDetail, passageItem, passageQuery } from '@anxing/contract/passages';

import { AppError } from '../base/errors';
import { cutInstantPage, readInstantCursor } from '../base/paging';
import { lookAtList } from '../commands/lookAtList';
import { lookAtPassage } from '../commands/lookAtPassage';
import { findPassage } from '../passages/findPassage';
import { listPassages } from '../passages/listPassages';
import { sameUnit } from '../policies/sameUnit';
import { presentPassageDetail, presentPassages } from '../presenters/passage';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { passageFilter } from './passageFilter';

const access = staffWho('readPassages');

const list = defineRoute({
  method: 'get',
  path: '/unit/passages',
  summary: 'Visits and scans of the own unit, newest first; a name is sought by its full spelling',
  access,
  personalData: 'masked',
  limit: allowances.reading,
  query: passageQuery,
  answer: pageOf(passageItem),
  async handle({ services, origin, caller, query: { cursor, limit, ...filters } }) {
    const { id: unitId } = caller.unit;
    const scope = { ...filters, unitId };
    const after = readInstantCursor(scope, cursor);
    const filter = await passageFilter(services, unitId, filters);
    const rows = await listPassages(services.database, { ...filter, after }, limit + 1);
    const { items, next } = cutInstantPage(rows, limit, scope);
    const { name, ...open } = filters;
    const details = { filters: open, byName: name !== undefined, count: items.length };
    await lookAtList(services, origin, items, details);

    return { items: await presentPassages(services, items), next };
  },
});

const show = defineRoute({
  method: 'get',
  path: '/unit/passages/{id}',
  summary: 'One passage; the person sees that the unit looked',
  access,
  personalData: 'masked',
  limit: allowances.reading,
  params: byId,
  answer: passageDetail,
  async handle({ services, origin, caller, params: { id } }) {
    const { zone } = services.config.brand;
    const passage = isUuid7(id) ? await findPassage(services.database, zone, id) : undefined;
    if (!passage || !sameUnit(caller.unit, passage)) {
      throw new AppError('not_found');
    }
    await lookAtPassage(services, origin, passage);

    return presentPassageDetail(services, passage);
  },
});

export const passageRoutes: Route[] = [list, show];
