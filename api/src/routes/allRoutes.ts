import type { Route } from '../web/route';
import { changeRoutes } from './changes';
import { conformanceRoutes } from './conformance';
import { counterReasonRoutes } from './counterReasons';
import { deviceDoorRoutes } from './deviceDoor';
import { deviceModelRoutes } from './deviceModels';
import { deviceRoutes } from './devices';
import { operatorDeviceModelRoutes } from './operatorDeviceModels';
import { dutyRoutes } from './duties';
import { evidenceRoutes } from './evidence';
import { everyoneOutRoutes } from './everyoneOut';
import { familyRoutes } from './family';
import { familyCardRoutes } from './familyCards';
import { flowRoutes } from './flow';
import { flowHistoryRoutes } from './flowHistory';
import { flowWarningRoutes } from './flowWarnings';
import { operatorAppealRoutes } from './operatorAppeals';
import { operatorRegionRoutes } from './operatorRegions';
import { operatorUnitRoutes } from './operatorUnits';
import { overrideRoutes } from './overrides';
import { ownAppealRoutes } from './ownAppeals';
import { feedBatchRoutes } from './feedBatches';
import { operatorFeedRoutes } from './operatorFeeds';
import { operatorPeopleRoutes } from './operatorPeople';
import { operatorRuleRoutes } from './operatorRules';
import { operatorScreeningRoutes } from './operatorScreening';
import { ownReasonRoutes } from './ownReasons';
import { testUploadRoutes } from './testUploads';
import { passageExportRoutes } from './passageExports';
import { passageRoutes } from './passages';
import { paperCardRoutes } from './paperCards';
import { peopleRoutes } from './people';
import { pointRoutes } from './points';
import { pointSheetRoutes } from './pointSheets';
import { pointTotalRoutes } from './pointTotals';
import { posterBatchRoutes } from './posterBatches';
import { posterFileRoutes } from './posterFiles';
import { posterPlaceRoutes } from './posterPlaces';
import { posterRoutes } from './posters';
import { purgeRoutes } from './purges';
import { idCardRoutes } from './idCards';
import { scanFeedbackRoutes } from './scanFeedback';
import { scanLateRoutes } from './scanLate';
import { scanPastRoutes } from './scanPast';
import { scanRoutes } from './scans';
import { staffRoutes } from './staff';
import { staffMessageRoutes } from './staffMessages';
import { unitRoutes } from './unit';
import { visitRoutes } from './visits';
import { warningNoticeRoutes } from './warningNotices';
import { sealMatchRoutes } from './sealMatches';
import { sessionRoutes } from './sessions';
import { sessionProofRoutes } from './sessionProof';
import { staffPasswordRoutes } from './staffPassword';
import { smsCodeRoutes } from './smsCodes';
import { publicConfigRoutes } from './publicConfig';
import { jobRoutes } from './jobs';
import { meRoutes } from './me';
import { identityRoutes } from './identity';
import { nationalCodeRoutes } from './nationalCode';
import { codeRoutes } from './codes';
import { doorRoutes } from './door';
import { testResultRoutes } from './testResults';
import { trailRoutes } from './trail';
import { accessRoutes } from './accesses';
import { messageRoutes } from './messages';
import { digestRoutes } from './digests';
import { divisionRoutes } from './divisions';

/** Every route of the API. */
export const allRoutes: readonly Route[] = [
  ...sessionRoutes,
  ...sessionProofRoutes,
  ...staffPasswordRoutes,
  ...smsCodeRoutes,
  ...publicConfigRoutes,
  ...divisionRoutes,
  ...meRoutes,
  ...identityRoutes,
  ...codeRoutes,
  ...doorRoutes,
  ...paperCardRoutes,
  ...counterReasonRoutes,
  ...familyCardRoutes,
  ...familyRoutes,
  ...ownReasonRoutes,
  ...nationalCodeRoutes,
  ...testResultRoutes,
  ...trailRoutes,
  ...accessRoutes,
  ...messageRoutes,
  ...digestRoutes,
  ...ownAppealRoutes,
  ...evidenceRoutes,
  ...posterPlaceRoutes,
  ...visitRoutes,
  ...scanRoutes,
  ...idCardRoutes,
  ...scanFeedbackRoutes,
  ...scanPastRoutes,
  ...scanLateRoutes,
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
  ...operatorRegionRoutes,
  ...operatorFeedRoutes,
  ...feedBatchRoutes,
  ...sealMatchRoutes,
  ...testUploadRoutes,
  ...operatorRuleRoutes,
  ...operatorPeopleRoutes,
  ...operatorScreeningRoutes,
  ...changeRoutes,
  ...overrideRoutes,
  ...operatorAppealRoutes,
  ...purgeRoutes,
  ...deviceModelRoutes,
  ...deviceRoutes,
  ...operatorDeviceModelRoutes,
  ...conformanceRoutes,
  ...deviceDoorRoutes,
];
