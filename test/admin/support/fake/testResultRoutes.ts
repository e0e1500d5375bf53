import { listBatches, readFaults, takeUpload } from './feedRoutes';
import type { FakeRoute } from './fakeRoute';

export const testResultRoutes: FakeRoute[] = [
  { call: /^POST unit\/test-results\/uploads$/, handle: (call) => takeUpload(call, 'tests') },
  {
    call: /^GET unit\/test-results\/batches$/,
    handle: ({ house, query }) => listBatches(house, 'tests', query),
  },
  { call: /^GET unit\/test-results\/batches\/([\w-]+)\/faults$/, handle: readFaults },
  {
    call: /^GET unit\/test-results\/template\.csv$/,
    handle: () => ({ status: 200, headers: { 'content-type': 'text/csv' }, body: '证件号码\r\n' }),
  },
];
