import { isUuid7 } from '@anxing/contract/uuid7';
import { passageDetail, passagePage, passageQuery } from '@anxing/contract/passages';

import { AppError } from '../base/errors';
import { lookAtPassage } from '../commands/lookAtPassage';
import { findPassage } from '../passages/findPassage';
import { sameUnit } from '../policies/sameUnit';
import { presentPassageDetail } from '../presenters/passage';
import { staffWho } from '../web/access';
import { byId } from '../web/params';
import { allowances, defineRoute, type Route } from '../web/route';
import { passageFilter } from './passageFilter';
import { passagePageOf } from './passagePages';

const access = staffWho('readPassages');

const list = defineRoute({
  method: 'get',
  path: '/unit/passages',
  summary: 'Visits and scans of the own unit, newest first; a name is sought by its full spelling',
  access,
  personalData: 'masked',
  limit: allowances.reading,
  query: passageQuery,
  answer: passagePage,
  async handle({ services, origin, caller, query: { cursor, limit, ...filters } }) {
    const { name, ...open } = filters;
    const { id: unitId } = caller.unit;
    const filter = await passageFilter(services, unitId, filters);
    const byName = name !== undefined;

    return passagePageOf(
      { services, origin, page: { cursor, limit } },
      {
        filter,
        scope: { ...filters, unitId },
        why: byName ? 'byName' : 'browsed',
        details: { filters: open, byName },
      },
    );
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
