import { pointFilter } from '@anxing/contract/points';
import { pointImport, pointImportQuery, sheetUpload, xlsxType } from '@anxing/contract/pointSheets';

import { dayOf } from '../base/days';
import { importPoints } from '../commands/pointImport/importPoints';
import { Point } from '../models/point';
import { pointSheet, pointSheetWidths } from '../presenters/pointSheet';
import { pointTemplate, templateHead } from '../presenters/pointTemplate';
import { writeCsv, type Cell } from '../sheets/writeCsv';
import { writeXlsx } from '../sheets/writeXlsx';
import { staffWho } from '../web/access';
import { nameDownload } from '../web/fileHeaders';
import { readUpload } from '../web/readUpload';
import { allowances, defineRoute, type Route } from '../web/route';
import { pointConditions } from './pointFilter';

const csvType = 'text/csv; charset=utf-8';
/** Each reads a file in a thread of its own. */
const importing = { points: 20, seconds: 60 };

interface Format {
  extension: 'csv' | 'xlsx';
  mediaType: string;
  write(rows: Cell[][]): Buffer | Promise<Buffer>;
}

const formats: readonly Format[] = [
  { extension: 'csv', mediaType: csvType, write: writeCsv },
  {
    extension: 'xlsx',
    mediaType: xlsxType,
    write: (rows) => writeXlsx([{ name: '服务点', widths: pointSheetWidths, rows }]),
  },
];

function exportRoute({ extension, mediaType, write }: Format): Route {
  return defineRoute({
    method: 'get',
    path: `/unit/points.${extension}`,
    summary: `Service points that match a filter with the link of their poster, as ${extension}`,
    access: staffWho('managePoints'),
    personalData: 'none',
    limit: allowances.writing,
    query: pointFilter,
    status: 200,
    async handle({ services, caller, query, now, http }) {
      const where = await pointConditions(services, caller, query);
      const points = await Point.findAll({ where, order: [['id', 'ASC']] });
      const all = await Point.findAll({ where: { unitId: caller.unit.id } });
      const file = await write(await pointSheet(services, points, all));
      nameDownload(http, `服务点-${dayOf(now, services.config.brand.zone)}.${extension}`, mediaType);
      http.body = file;
    },
  });
}

const templates: Route[] = formats.map(({ extension, mediaType }) =>
  defineRoute({
    method: 'get',
    path: `/unit/points/template.${extension}`,
    summary: `An empty list of service points to fill in, as ${extension}`,
    access: staffWho('managePoints'),
    personalData: 'none',
    limit: allowances.writing,
    status: 200,
    async handle({ services, http }) {
      const isCsv = extension === 'csv';
      const file = isCsv ? writeCsv([templateHead()]) : await writeXlsx(pointTemplate(services.config));
      nameDownload(http, `服务点模板.${extension}`, mediaType);
      http.body = file;
    },
  }),
);

const load = defineRoute({
  method: 'post',
  path: '/unit/points/imports',
  summary:
    'Check a list of service points (CSV or xlsx): every wrong row is named. Sent again with what the check ' +
    'answered, the good rows are added, all at once',
  access: staffWho('managePoints'),
  personalData: 'none',
  limit: importing,
  query: pointImportQuery,
  upload: sheetUpload,
  answer: pointImport,
  async handle({ services, origin, caller, query, http }) {
    const file = await readUpload(http, sheetUpload);

    return importPoints(services, origin, caller.unit, file, query.confirm);
  },
});

export const pointSheetRoutes: Route[] = [...formats.map(exportRoute), ...templates, load];
