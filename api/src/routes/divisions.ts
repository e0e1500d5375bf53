import { divisionList, divisionQuery } from '@anxing/contract/divisions';

import { divisionNamed, divisionsIn, isProvince } from '../base/divisions';
import { InvalidInput } from '../base/errors';
import { anyone } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const list = defineRoute({
  method: 'get',
  path: '/divisions',
  summary: 'Provinces, or what lies in a province or city; the own province is in the configuration already',
  access: anyone,
  personalData: 'none',
  limit: allowances.reading,
  query: divisionQuery,
  answer: divisionList,
  async handle({ services, query: { within }, http }) {
    const { divisions } = services.config;
    if (within !== undefined && !divisionNamed(divisions, within)) {
      throw new InvalidInput({ within: 'division' });
    }
    // The table changes with the configuration only.
    http.set('Cache-Control', 'public, max-age=3600');

    return {
      items:
        within === undefined
          ? divisions.filter(({ code }) => isProvince(code))
          : divisionsIn(divisions, within),
    };
  },
});

export const divisionRoutes: Route[] = [list];
