/** Every page by the name the code uses. This one table feeds `app.config.ts` and the navigation. */
export const mainPages = {
  code: 'pages/code/index',
  scan: 'pages/scan/index',
  me: 'pages/me/index',
  place: 'pages/place/index',
  consent: 'pages/consent/index',
  signIn: 'pages/signIn/index',
  identity: 'pages/identity/index',
  missing: 'pages/missing/index',
} as const;

/** Pages of the subpackages, loaded when they are first opened. */
export const packagePages = {
  trail: 'packages/records/trail/index',
  accesses: 'packages/records/accesses/index',
  messages: 'packages/records/messages/index',
  reasons: 'packages/health/reasons/index',
  testResults: 'packages/health/testResults/index',
  arrival: 'packages/health/arrival/index',
  paperCard: 'packages/health/paperCard/index',
  family: 'packages/health/family/index',
  appeals: 'packages/health/appeals/index',
  appeal: 'packages/health/appeal/index',
  appealForm: 'packages/health/appealForm/index',
  about: 'packages/info/about/index',
  web: 'packages/info/web/index',
  staffHome: 'packages/staff/home/index',
  staffPassword: 'packages/staff/password/index',
  staffPost: 'packages/staff/post/index',
  staffCheck: 'packages/staff/check/index',
  staffFeedback: 'packages/staff/feedback/index',
  staffToday: 'packages/staff/today/index',
} as const;

export const routes = { ...mainPages, ...packagePages } as const;

export type RouteName = keyof typeof routes;

export const routeNames = Object.keys(routes) as RouteName[];

/** The pages behind the tabs: reached by switching, never stacked. */
export const tabNames: readonly RouteName[] = ['code', 'scan', 'me'];
