import { z } from 'zod';

import { pageOf, paging } from '@anxing/contract/fields';
import { accessItem } from '@anxing/contract/me';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { Unit } from '../models/unit';
import { readLooks } from '../privacy/readLooks';
import { verifiedPerson } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const list = defineRoute({
  method: 'get',
  path: '/me/accesses',
  summary: 'Who looked at my data, when and why',
  access: verifiedPerson,
  personalData: 'own',
  limit: allowances.reading,
  query: z.strictObject(paging),
  answer: pageOf(accessItem),
  async handle({ services, caller, query }) {
    const scope = { personId: caller.person.id };
    const after = readInstantCursor(scope, query.cursor);
    const looks = await readLooks(services.database, scope.personId, query.limit + 1, after);
    const { items, next } = cutInstantPage(looks, query.limit, scope);
    const units = await Unit.findAll({ where: { id: items.flatMap(({ unitId }) => unitId ?? []) } });
    const nameOf = (unitId: string | null) => units.find(({ id }) => id === unitId)?.name ?? '系统';

    return {
      items: items.map(({ id, at, unitId, purpose }) => ({ id, at, who: nameOf(unitId), purpose })),
      next,
    };
  },
});

export const accessRoutes: Route[] = [list];
