import { testResults } from '@anxing/contract/testResults';

import { addDays, dayOf, startOfDay } from '../../../api/src/base/days';
import { deliverFacts, type ReportedFact } from '../../../api/src/commands/deliverFacts';
import { explainPerson } from '../../../api/src/status/explain';
import { negativeTestAge } from '../../../api/src/status/negativeTest';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { expectOnlyForPersons, codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.close());

const read = (auth: object, query = {}) =>
  api.request
    .get('/api/v1/me/test-results')
    .set(auth as Record<string, string>)
    .query(query);

const zone = () => api.services.config.brand.zone;
const day = (ago: number) => addDays(dayOf(api.services.clock.now(), zone()), -ago);

function deliver(
  idNumber: string,
  kind: string,
  daysAgo: number,
  more: Partial<ReportedFact> & { source?: string; submittedBy?: string } = {},
) {
  const { source = 'tests', submittedBy = '示例检测中心', ...fact } = more;

  return deliverFacts(api.services, {
    source,
    submittedBy,
    facts: [{ idType: 'resident', idNumber, kind, date: day(daysAgo), ...fact }],
  });
}

test('the results of the last seven days, newest first, with who tested', async () => {
  const { auth, idNumber } = await signedInPerson(api.services);
  await deliver(idNumber, 'nucleicNegative', 7);
  await deliver(idNumber, 'nucleicPositive', 1, { submittedBy: '示例第二医院' });
  await deliver(idNumber, 'nucleicNegative', 8);
  await deliver(idNumber, 'clinicVisit', 1, { source: 'fever' });
  const { body } = await read(auth).expect(200);

  expect(testResults.parse(body)).toEqual({
    days: 7,
    items: [
      {
        id: expect.any(String),
        kind: 'nucleicPositive',
        kindName: '核酸检测阳性',
        outcome: 'positive',
        at: startOfDay(day(1), zone()),
        institution: '示例第二医院',
      },
      {
        id: expect.any(String),
        kind: 'nucleicNegative',
        kindName: '核酸检测阴性',
        outcome: 'negative',
        at: startOfDay(day(7), zone()),
        institution: '示例检测中心',
      },
    ],
    screening: [],
  });
});

test('only what is in force now', async () => {
  const now = api.services.clock.now();
  const { auth, idNumber, person } = await signedInPerson(api.services);
  await deliver(idNumber, 'nucleicNegative', 3, { validUntil: now - 1_000 });
  await deliver(idNumber, 'nucleicNegative', 0, { validFrom: now + 3_600_000 });
  await deliver(idNumber, 'nucleicPositive', 2);
  await deliverFacts(api.services, {
    source: 'tests',
    submittedBy: '示例检测中心',
    facts: [],
    withdraws: { subjectIndexes: [person.identityIndex], kinds: ['nucleicPositive'] },
  });

  expect((await read(auth).expect(200)).body).toEqual({ days: 7, items: [], screening: [] });
});

test('antibodies under their own names; nobody turns by them, and they are no nucleic-acid test', async () => {
  const { auth, idNumber, person } = await signedInPerson(api.services);
  await deliver(idNumber, 'antibodyNegative', 2);
  await deliver(idNumber, 'antibodyPositive', 1);
  const { body } = await read(auth).expect(200);
  expect(body.items).toMatchObject([
    { kindName: '抗体检测阳性', outcome: 'positive' },
    { kindName: '抗体检测阴性', outcome: 'negative' },
  ]);
  expect(await negativeTestAge(api.services, person, api.services.clock.now())).toBeUndefined();
  expect((await explainPerson(api.services, person, api.services.clock.now())).verdict.reasons).toEqual([]);
});

test('nobody else’s', async () => {
  const [one, other] = [await signedInPerson(api.services), await signedInPerson(api.services)];
  await deliver(other.idNumber, 'nucleicNegative', 1);

  expect((await read(one.auth).expect(200)).body.items).toEqual([]);
});

test('for who has a code, and without parameters', async () => {
  const { auth } = await signedInPerson(api.services, { claimed: false });
  expect(codeOf(await read(auth).expect(403))).toBe('code_required');
  const holder = await signedInPerson(api.services);
  expect(faultsOf(await read(holder.auth, { days: 30 }).expect(400))).toEqual({ days: 'Unknown field' });
  await expectOnlyForPersons(api, (outsider) => read(outsider));
});
