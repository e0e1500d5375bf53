import { job } from '@anxing/contract/jobs';
import { limits } from '@anxing/contract/limits';
import { passageExport } from '@anxing/contract/passages';

import { InvalidInput } from '../base/errors';
import { passageExportJob } from '../commands/passageExportJob';
import { startJob } from '../commands/startJob';
import { countPassages } from '../passages/listPassages';
import { presentJob } from '../presenters/job';
import { staffWho } from '../web/access';
import { allowances, defineRoute, type Route } from '../web/route';
import { passageFilter } from './passageFilter';

const start = defineRoute({
  method: 'post',
  path: '/unit/passages/exports',
  summary: 'Make a file of the passages that fit, masked, in the background; everybody in it can read of it',
  access: staffWho('readPassages'),
  personalData: 'masked',
  limit: allowances.writing,
  body: passageExport,
  answer: job,
  status: 202,
  async handle({ services, origin, caller, input: { format, ...filters } }) {
    const { name, ...asked } = filters;
    const filter = await passageFilter(services, caller.unit.id, filters);
    const most = limits.exportRows[format];
    if ((await countPassages(services.database, services.config.brand.zone, filter, most + 1)) > most) {
      throw new InvalidInput({ format: 'tooManyRows' });
    }
    const title = `出入记录（${format === 'csv' ? 'CSV' : 'Excel'}）`;
    const input = { format, asked, byName: name !== undefined, filter };

    return presentJob(await startJob(services, origin, passageExportJob, { title, input }));
  },
});

export const passageExportRoutes: Route[] = [start];
