import type { RouteObject } from 'react-router';

import { Loading } from '../components/loading';
import { PageFault } from './pageFault';
import { RequireAbility } from './requireAbility';
import { RequireStaff } from './requireStaff';
import { Root } from './root';

/** Pages are loaded when somebody goes there. */
const insideShell: RouteObject[] = [
  { index: true, lazy: () => import('../pages/home') },
  { path: 'password', lazy: () => import('../pages/password') },
  {
    element: <RequireAbility anyOf={['readFlow']} />,
    children: [
      { path: 'points', lazy: () => import('../pages/points') },
      { path: 'points/:pointId', lazy: () => import('../pages/point') },
      { path: 'flow', lazy: () => import('../pages/flow') },
      { path: 'flow/warnings', lazy: () => import('../pages/warnings') },
    ],
  },
  {
    element: <RequireAbility anyOf={['managePoints']} />,
    children: [
      { path: 'points/new', lazy: () => import('../pages/newPoint') },
      { path: 'points/:pointId/edit', lazy: () => import('../pages/editPoint') },
    ],
  },
  {
    element: <RequireAbility anyOf={['readPassages']} />,
    children: [
      { path: 'passages', lazy: () => import('../pages/passages') },
      { path: 'people/:personId', lazy: () => import('../pages/person') },
      { path: 'staff/:staffId', lazy: () => import('../pages/staffMember') },
    ],
  },
  {
    element: <RequireAbility anyOf={['manageStaff']} />,
    children: [{ path: 'staff', lazy: () => import('../pages/staff') }],
  },
  {
    element: <RequireAbility anyOf={['manageDevices']} />,
    children: [{ path: 'devices', lazy: () => import('../pages/devices') }],
  },
  {
    element: <RequireAbility anyOf={['approveDevices']} />,
    children: [{ path: 'device-models', lazy: () => import('../pages/deviceModels') }],
  },
  {
    element: <RequireAbility anyOf={['manageUnits']} />,
    children: [{ path: 'units', lazy: () => import('../pages/units') }],
  },
  {
    element: <RequireAbility anyOf={['readRisk']} />,
    children: [
      { path: 'changes', lazy: () => import('../pages/changes') },
      { path: 'changes/:changeId', lazy: () => import('../pages/change') },
      { path: 'feeds', lazy: () => import('../pages/feeds') },
      { path: 'feeds/:source', lazy: () => import('../pages/feed') },
      { path: 'feeds/:source/batches/:batchId', lazy: () => import('../pages/feedBatch') },
      { path: 'rule-people', lazy: () => import('../pages/rulePeople') },
      { path: 'screening', lazy: () => import('../pages/screening') },
      { path: 'screening/people', lazy: () => import('../pages/screeningPeople') },
      { path: 'regions', lazy: () => import('../pages/regions') },
      { path: 'rules', lazy: () => import('../pages/rules') },
      { path: 'rules/:version', lazy: () => import('../pages/ruleVersion') },
    ],
  },
  {
    element: <RequireAbility anyOf={['manageRules']} />,
    children: [
      { path: 'rules/new', lazy: () => import('../pages/newRules') },
      { path: 'rules/:version/edit', lazy: () => import('../pages/editRules') },
    ],
  },
  {
    element: <RequireAbility anyOf={['answerAppeals', 'readRisk']} />,
    children: [
      { path: 'appeals', lazy: () => import('../pages/appeals') },
      { path: 'appeals/:appealId', lazy: () => import('../pages/appeal') },
    ],
  },
  {
    element: <RequireAbility anyOf={['proposeOverrides', 'readRisk']} />,
    children: [{ path: 'overrides', lazy: () => import('../pages/overrides') }],
  },
  {
    element: <RequireAbility anyOf={['proposeOverrides']} />,
    children: [{ path: 'overrides/new', lazy: () => import('../pages/newOverride') }],
  },
  {
    element: <RequireAbility anyOf={['manageFeeds']} />,
    children: [{ path: 'feeds/:source/upload', lazy: () => import('../pages/feedUpload') }],
  },
  {
    element: <RequireAbility anyOf={['uploadTests']} />,
    children: [{ path: 'test-results', lazy: () => import('../pages/testResults') }],
  },
  {
    element: <RequireAbility anyOf={['printCards']} />,
    children: [
      { path: 'cards', lazy: () => import('../pages/cards') },
      { path: 'counter-reasons', lazy: () => import('../pages/counterReasons') },
    ],
  },
  { path: '*', lazy: () => import('../pages/notFound') },
];

export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <PageFault />,
    hydrateFallbackElement: <Loading isPage />,
    children: [
      { path: 'sign-in', lazy: () => import('../pages/signIn') },
      {
        element: <RequireStaff />,
        children: [
          { path: 'first-password', lazy: () => import('../pages/firstPassword') },
          {
            element: <RequireAbility anyOf={['checkPeople']} />,
            children: [{ path: 'kiosk', lazy: () => import('../pages/kiosk') }],
          },
          {
            lazy: () => import('./shell/shell'),
            children: [{ errorElement: <PageFault />, children: insideShell }],
          },
        ],
      },
    ],
  },
];
