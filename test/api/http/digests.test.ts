import { dayOf } from '../../../api/src/base/days';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 86_400_000;

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
});

afterEach(() => api.clock.reset());

afterAll(() => api.close());

function read(date: string) {
  return api.request.get(`/api/v1/digests/${date}`);
}

function today(): string {
  return dayOf(api.clock.now(), api.services.config.brand.zone);
}

test('when a day is over, anybody reads how many events it has and where each chain stood', async () => {
  await signedInPerson(api.services);
  const day = today();
  const [head] = await api.services.database.select('SELECT slot, seq, hash FROM audit_heads');
  api.clock.advance(dayMs);
  await signedInPerson(api.services);
  const { body } = await read(day).expect(200);

  expect(body).toEqual({
    date: day,
    chains: [
      {
        slot: Number(head?.slot),
        events: Number(head?.seq),
        lastSeq: Number(head?.seq),
        lastHash: head?.hash,
      },
    ],
  });
});

test('today and the future have none yet', async () => {
  expect(codeOf(await read(today()).expect(404))).toBe('not_found');
  await read('2999-01-01').expect(404);
});

test('a day before the beginning is empty', async () => {
  expect((await read('2020-01-01').expect(200)).body).toEqual({ date: '2020-01-01', chains: [] });
});

test('what is no day is not found; unknown parameters are named', async () => {
  for (const wrong of ['2026-02-30', 'yesterday', '20260101']) {
    await read(wrong).expect(404);
  }
  expect(faultsOf(await read('2020-01-01').query({ slot: 1 }).expect(400))).toEqual({
    slot: 'Unknown field',
  });
});
