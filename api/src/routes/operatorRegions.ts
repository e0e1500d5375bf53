import { z } from 'zod';

import { change, type Change as ChangeAnswer } from '@anxing/contract/changes';
import { regionHistory, regionLevelsPropose, regionQuery, regionTable } from '@anxing/contract/regions';

import { dayOf } from '../base/days';
import { divisionNamed, divisionsIn } from '../base/divisions';
import { AppError, InvalidInput } from '../base/errors';
import { proposeLevels } from '../commands/regions/proposeLevels';
import type { Services } from '../context';
import type { Change } from '../models/change';
import { RegionPeriod } from '../models/regionPeriod';
import { presentChanges } from '../presenters/change';
import { presentRegionHistory, presentRegions } from '../presenters/region';
import { levelsOn, toPeriod } from '../status/regionLevels';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const byDivision = z.strictObject({ division: z.string().regex(/^\d{6}$/) });

/** A division's record, newest first; more than this was never asked of one. */
const periodsShown = 500;

/** As its proposer reads a change, who never decides it himself. */
async function presentOwn(services: Services, proposed: Change): Promise<ChangeAnswer> {
  const [answer] = await presentChanges(services, [proposed], () => ({ isMine: true, mayDecide: false }));
  if (!answer) {
    throw new Error('a change that was not presented');
  }

  return answer;
}

const list = defineRoute({
  method: 'get',
  path: '/operator/regions',
  summary: 'Levels of regions on a day: of those in a province or city, or all that are raised',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  query: regionQuery,
  answer: regionTable,
  async handle({ services, query: { date, within }, now }) {
    const { divisions, brand } = services.config;
    if (within !== undefined && !divisionNamed(divisions, within)) {
      throw new InvalidInput({ within: 'division' });
    }
    const day = date ?? dayOf(now, brand.zone);
    const levels = await levelsOn(services, { day });
    const wanted =
      within === undefined ? levels.raised : divisionsIn(divisions, within).map(({ code }) => code);

    return presentRegions(services, day, levels, wanted);
  },
});

const history = defineRoute({
  method: 'get',
  path: '/operator/regions/{division}/history',
  summary: 'All that was ever on record of the level of a division, newest first',
  access: staffWho('readRisk'),
  personalData: 'none',
  limit: allowances.reading,
  params: byDivision,
  answer: regionHistory,
  async handle({ services, params: { division } }) {
    if (!divisionNamed(services.config.divisions, division)) {
      throw new AppError('not_found');
    }
    const rows = await RegionPeriod.findAll({
      where: { division },
      order: [
        ['recordedFrom', 'DESC'],
        ['fromDay', 'DESC'],
      ],
      limit: periodsShown,
    });

    return presentRegionHistory(services, division, rows.map(toPeriod));
  },
});

const propose = defineRoute({
  method: 'post',
  path: '/operator/regions/levels',
  summary: 'Propose levels for regions; they take force when a second person approves',
  access: staffWho('manageRules'),
  personalData: 'none',
  limit: allowances.writing,
  body: regionLevelsPropose,
  answer: change,
  status: 201,
  async handle({ services, origin, input }) {
    const proposed = await proposeLevels(services, origin, input);

    return presentOwn(services, proposed);
  },
});

export const operatorRegionRoutes: Route[] = [list, history, propose];
