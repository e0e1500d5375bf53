import type { Route } from '../web/route';
import { dutyRoutes } from './duties';
import { everyoneOutRoutes } from './everyoneOut';
import { flowRoutes } from './flow';
import { flowHistoryRoutes } from './flowHistory';
import { flowWarningRoutes } from './flowWarnings';
import { operatorUnitRoutes } from './operatorUnits';
import { passageExportRoutes } from './passageExports';
import { passageRoutes } from './passages';
import { peopleRoutes } from './people';
import { pointRoutes } from './points';
import { pointSheetRoutes } from './pointSheets';
import { pointTotalRoutes } from './pointTotals';
import { posterBatchRoutes } from './posterBatches';
import { posterFileRoutes } from './posterFiles';
import { posterPlaceRoutes } from './posterPlaces';
import { posterRoutes } from './posters';
import { purgeRoutes } from './purges';
import { scanRoutes } from './scans';
import { staffRoutes } from './staff';
import { staffMessageRoutes } from './staffMessages';
import { unitRoutes } from './unit';
import { visitRoutes } from './visits';
import { warningNoticeRoutes } from './warningNotices';
import { sessionRoutes } from './sessions';
import { staffPasswordRoutes } from './staffPassword';
import { smsCodeRoutes } from './smsCodes';
import { publicConfigRoutes } from './publicConfig';
import { jobRoutes } from './jobs';
import { meRoutes } from './me';
import { identityRoutes } from './identity';
import { codeRoutes } from './codes';
import { trailRoutes } from './trail';
import { accessRoutes } from './accesses';
import { messageRoutes } from './messages';
import { digestRoutes } from './digests';

/** Every route of the API. */
export const allRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...staffPasswordRoutes,
  ...smsCodeRoutes,
  ...publicConfigRoutes,
  ...meRoutes,
  ...identityRoutes,
  ...codeRoutes,
  ...trailRoutes,
  ...accessRoutes,
  ...messageRoutes,
  ...digestRoutes,
  ...posterPlaceRoutes,
  ...visitRoutes,
  ...scanRoutes,
  ...unitRoutes,
  ...staffRoutes,
  ...pointTotalRoutes,
  ...pointSheetRoutes,
  ...pointRoutes,
  ...posterRoutes,
  ...posterFileRoutes,
  ...posterBatchRoutes,
  ...passageRoutes,
  ...passageExportRoutes,
  ...peopleRoutes,
  ...flowRoutes,
  ...flowHistoryRoutes,
  ...flowWarningRoutes,
  ...warningNoticeRoutes,
  ...everyoneOutRoutes,
  ...staffMessageRoutes,
  ...dutyRoutes,
  ...jobRoutes,
  ...operatorUnitRoutes,
  ...purgeRoutes,
];
