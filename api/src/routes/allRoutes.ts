import type { Route } from '../web/route';
import { dutyRoutes } from './duties';
import { flowRoutes } from './flow';
import { operatorUnitRoutes } from './operatorUnits';
import { passageRoutes } from './passages';
import { pointRoutes } from './points';
import { posterFileRoutes } from './posterFiles';
import { posterPlaceRoutes } from './posterPlaces';
import { posterRoutes } from './posters';
import { scanRoutes } from './scans';
import { staffRoutes } from './staff';
import { unitRoutes } from './unit';
import { visitRoutes } from './visits';
import { sessionRoutes } from './sessions';
import { staffPasswordRoutes } from './staffPassword';
import { smsCodeRoutes } from './smsCodes';
import { publicConfigRoutes } from './publicConfig';
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
  ...pointRoutes,
  ...posterRoutes,
  ...posterFileRoutes,
  ...passageRoutes,
  ...flowRoutes,
  ...dutyRoutes,
  ...operatorUnitRoutes,
];
