import { priorityOf } from '../../../../api/src/web/priorities';

test.each([
  ['GET', '/api/v1/me/code', 'code'],
  ['POST', '/api/v1/me/code/renewals', 'code'],
  ['POST', '/api/v1/visits', 'checkIn'],
  ['POST', '/api/v1/sessions', 'checkIn'],
  ['POST', '/api/v1/sessions/refresh', 'checkIn'],
  ['GET', '/api/v1/posters/abc?x=1', 'checkIn'],
  ['POST', '/api/v1/scans', 'door'],
  ['POST', '/api/v1/device/scans', 'door'],
  ['GET', '/api/v1/me/passages', 'door'],
  ['PUT', '/api/v1/unit/duties/current', 'door'],
  ['GET', '/api/v1/unit/passages?from=1', 'admin'],
  ['POST', '/api/v1/operator/units', 'admin'],
  ['GET', '/api/v1/media', 'admin'],
  ['GET', '/api/v1/unit/jobs/1/file', 'export'],
  ['GET', '/api/v1/unit/points/1/poster.pdf?size=a4', 'export'],
  ['GET', '/healthz', undefined],
  ['GET', '/p/token', undefined],
  ['GET', '/admin/', undefined],
])('%s %s is %s', (method, url, priority) => {
  expect(priorityOf(method, url)).toBe(priority);
});
