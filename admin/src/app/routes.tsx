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
    element: <RequireAbility ability="readFlow" />,
    children: [
      { path: 'points', lazy: () => import('../pages/points') },
      { path: 'points/:pointId', lazy: () => import('../pages/point') },
      { path: 'flow', lazy: () => import('../pages/flow') },
      { path: 'flow/warnings', lazy: () => import('../pages/warnings') },
    ],
  },
  {
    element: <RequireAbility ability="managePoints" />,
    children: [
      { path: 'points/new', lazy: () => import('../pages/newPoint') },
      { path: 'points/:pointId/edit', lazy: () => import('../pages/editPoint') },
    ],
  },
  {
    element: <RequireAbility ability="readPassages" />,
    children: [
      { path: 'passages', lazy: () => import('../pages/passages') },
      { path: 'people/:personId', lazy: () => import('../pages/person') },
      { path: 'staff/:staffId', lazy: () => import('../pages/staffMember') },
    ],
  },
  {
    element: <RequireAbility ability="manageStaff" />,
    children: [{ path: 'staff', lazy: () => import('../pages/staff') }],
  },
  {
    element: <RequireAbility ability="manageUnits" />,
    children: [{ path: 'units', lazy: () => import('../pages/units') }],
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
            lazy: () => import('./shell/shell'),
            children: [{ errorElement: <PageFault />, children: insideShell }],
          },
        ],
      },
    ],
  },
];
