import { digest } from '@anxing/contract/digests';
import { z } from 'zod';

import { dayOf } from '../base/days';
import { AppError } from '../base/errors';
import { anyone } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';

const read = defineRoute({
  method: 'get',
  path: '/digests/{date}',
  summary:
    'The audit chains at the end of a day, and how many changes took two people: what was published cannot be ' +
    'rewritten unnoticed',
  access: anyone,
  personalData: 'none',
  limit: allowances.reading,
  params: z.strictObject({ date: z.iso.date() }),
  answer: digest,
  async handle({ services, params, now }) {
    const { zone } = services.config.brand;
    if (params.date >= dayOf(now, zone)) {
      throw new AppError('not_found');
    }

    return { date: params.date, ...(await services.digests.publishedOf(params.date)) };
  },
});

export const digestRoutes: Route[] = [read];
