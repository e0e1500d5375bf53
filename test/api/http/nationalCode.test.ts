import fc from 'fast-check';

import { ownNationalCode } from '@anxing/contract/nationalCode';

import { keepStatement } from '../../../api/src/commands/national/keepStatement';
import { deliverFacts } from '../../../api/src/commands/deliverFacts';
import { purgeOthers } from '../../../api/src/jobs/purgeOthers';
import { offNational } from '../../../api/src/providers/national/off';
import { writeAs } from '../../../api/src/context';
import { NationalCode } from '../../../api/src/models/nationalCode';
import { Person } from '../../../api/src/models/person';
import type { NationalStatement } from '../../../api/src/providers/national/national';
import { dayOf } from '../../../api/src/base/days';
import { system } from '../../support/api/factories/buildUnit';
import { signIn } from '../../support/api/factories/signIn';
import { signedInPerson } from '../../support/api/factories/signedInResident';
import { inventIdNumber } from '../../support/api/invented';
import { quickStandIns } from '../../support/api/quickStandIns';
import { codeOf, expectOnlyForPersons, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

type Resident = Awaited<ReturnType<typeof signedInPerson>>;

let api: TestApi;
let standIns: ReturnType<typeof quickStandIns>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

beforeAll(async () => {
  api = await startApi();
  standIns = quickStandIns(api.services);
});

afterAll(() => api.close());

const read = (auth: object) =>
  api.request.get('/api/v1/me/national-code').set(auth as Record<string, string>);
const merge = (auth: object, body: object) =>
  api.request
    .post('/api/v1/me/national-code')
    .set(auth as Record<string, string>)
    .send(body);
const codeFor = ({ idNumber }: { idNumber: string }, colour = 'green', province = '420000') =>
  `GK:${colour}:${province}:resident:${idNumber}`;
const colourOf = async ({ auth }: Resident) => {
  const { body } = await api.request.get('/api/v1/me/code').set(auth).expect(200);

  return body.colour as string;
};

describe('a scanned code', () => {
  test('of oneself is merged: what another province says makes the colour here', async () => {
    const resident = await signedInPerson(api.services);
    expect(await colourOf(resident)).toBe('green');
    const { body } = await merge(resident.auth, { content: codeFor(resident, 'yellow') }).expect(200);

    expect(ownNationalCode.parse(body)).toMatchObject({
      state: 'merged',
      latest: { colour: 'yellow', province: '湖北省' },
    });
    expect(body.latest.until).toBe(body.latest.statedAt + 14 * dayMs);
    expect(await colourOf(resident)).toBe('orange');
    expect((await read(resident.auth).expect(200)).body).toMatchObject({ latest: { colour: 'yellow' } });
  });

  test('takes the place of the one before it', async () => {
    const resident = await signedInPerson(api.services);
    await merge(resident.auth, { content: codeFor(resident, 'red') }).expect(200);
    expect(await colourOf(resident)).toBe('orange');
    api.clock.advance(1_000);
    await merge(resident.auth, { content: codeFor(resident, 'green') }).expect(200);
    expect(await colourOf(resident)).toBe('green');
  });

  test('takes the place of what the same province said, and of no other one', async () => {
    const resident = await signedInPerson(api.services);
    await merge(resident.auth, { content: codeFor(resident, 'red', '420000') }).expect(200);
    api.clock.advance(1_000);
    await merge(resident.auth, { content: codeFor(resident, 'green', '310000') }).expect(200);
    expect(await colourOf(resident)).toBe('orange');
    api.clock.advance(1_000);
    await merge(resident.auth, { content: codeFor(resident, 'green', '420000') }).expect(200);
    expect(await colourOf(resident)).toBe('green');
  });

  test('is held against what the same province said: any order of any statements gives the same colour', async () => {
    const now = api.services.clock.now();
    const statement = fc.record({
      colour: fc.constantFrom<NationalStatement['colour']>('green', 'yellow', 'red', 'unknown'),
      province: fc.constantFrom('310000', '420000'),
      statedAt: fc.integer({ min: 1, max: 4 }).map((hours) => now - hours * hourMs),
    });
    const some = fc.array(statement, { minLength: 2, maxLength: 5 });
    const whole = (all: readonly NationalStatement[]) => ({ minLength: all.length, maxLength: all.length });
    const orders = some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, whole(all))));
    const after = async (all: readonly NationalStatement[]) => {
      const resident = await signedInPerson(api.services);
      const person = (await Person.findByPk(resident.person.id)) as Person;
      for (const one of all) {
        await writeAs(api.services, system, (scene) => keepStatement(api.services, scene, person, one));
      }

      return colourOf(resident);
    };
    const red = { colour: 'red', province: '420000', statedAt: now - 2 * hourMs } as const;
    const green = { colour: 'green', province: '310000', statedAt: now - hourMs } as const;
    expect([await after([red, green]), await after([green, red])]).toEqual(['orange', 'orange']);
    await fc.assert(
      fc.asyncProperty(orders, async ([one, other]) => {
        expect(await after(other)).toBe(await after(one));
      }),
      { numRuns: 10, seed: 20_261_122, endOnFailure: true },
    );
  });

  test('counts for fourteen days', async () => {
    const resident = await signedInPerson(api.services);
    await merge(resident.auth, { content: codeFor(resident, 'red') }).expect(200);
    try {
      api.clock.advance(14 * dayMs + 1_000);
      const later = { ...resident, auth: await signIn(api.services, resident) };
      expect((await read(later.auth).expect(200)).body.latest).toBeNull();
      // The feeds are late by then: what is asserted is that the reason is gone.
      expect(await colourOf(later)).not.toBe('orange');
    } finally {
      api.clock.reset();
    }
  });

  test('told again counts from then on', async () => {
    const resident = await signedInPerson(api.services);
    await merge(resident.auth, { content: codeFor(resident, 'yellow') }).expect(200);
    try {
      api.clock.advance(10 * dayMs);
      const again = { ...resident, auth: await signIn(api.services, resident) };
      await merge(again.auth, { content: codeFor(resident, 'yellow') }).expect(200);
      api.clock.advance(13 * dayMs);
      const later = { ...resident, auth: await signIn(api.services, resident) };
      expect(await colourOf(later)).toBe('orange');
    } finally {
      api.clock.reset();
    }
  });

  test('that says nothing of the colour changes none', async () => {
    const resident = await signedInPerson(api.services);
    const { body } = await merge(resident.auth, { content: codeFor(resident, 'unknown') }).expect(200);
    expect(body.latest.colour).toBe('unknown');
    expect(await colourOf(resident)).toBe('green');
    await merge(resident.auth, { content: codeFor(resident, 'red') }).expect(200);
    const kept = await merge(resident.auth, { content: codeFor(resident, 'unknown') }).expect(200);
    expect(kept.body.latest.colour).toBe('red');
  });

  test('told again is no new record, so that a decision about it stands', async () => {
    const resident = await signedInPerson(api.services);
    await merge(resident.auth, { content: codeFor(resident, 'red') }).expect(200);
    const now = api.services.clock.now();
    await deliverFacts(api.services, {
      source: 'override',
      submittedBy: 'test',
      facts: [
        {
          idType: 'resident',
          idNumber: resident.idNumber,
          kind: 'lift.national',
          date: dayOf(now, api.services.config.brand.zone),
        },
      ],
    });
    expect(await colourOf(resident)).toBe('green');
    api.clock.advance(1_000);
    await merge(resident.auth, { content: codeFor(resident, 'red') }).expect(200);
    expect(await colourOf(resident)).toBe('green');
  });

  test('of somebody else is refused', async () => {
    const resident = await signedInPerson(api.services);
    const other = { idNumber: inventIdNumber() };
    expect(codeOf(await merge(resident.auth, { content: codeFor(other) }).expect(422))).toBe(
      'national_code_other',
    );
    const asPassport = `GK:green:420000:passport:${resident.idNumber}`;
    expect(codeOf(await merge(resident.auth, { content: asPassport }).expect(422))).toBe(
      'national_code_other',
    );
    const unknown = `GK:green:420000:licence:${resident.idNumber}`;
    expect(codeOf(await merge(resident.auth, { content: unknown }).expect(422))).toBe('national_code_other');
    expect(await NationalCode.count({ where: { personId: resident.person.id } })).toBe(0);
  });

  test('that is none is refused, and the platform may be away', async () => {
    const resident = await signedInPerson(api.services);
    const send = () => merge(resident.auth, { content: codeFor(resident) });
    expect(codeOf(await merge(resident.auth, { content: 'AX1:nonsense' }).expect(422))).toBe(
      'national_code_refused',
    );
    standIns.national.behave(resident.idNumber, 'later');
    expect(codeOf(await send().expect(503))).toBe('national_unavailable');
    standIns.national.behave(resident.idNumber, 'silent');
    expect(codeOf(await send().expect(503))).toBe('national_unavailable');
    expect(api.readLog()).toContain('national code/verify: timeout');
  });

  test('wrong fields are named, and only persons have one', async () => {
    const { auth } = await signedInPerson(api.services);
    expect(faultsOf(await merge(auth, { content: ' ', colour: 'green' }).expect(400))).toEqual({
      colour: 'Unknown field',
      content: 'Required',
    });
    expect(Object.keys(faultsOf(await merge(auth, { content: 'x'.repeat(1_001) }).expect(400)))).toEqual([
      'content',
    ]);
    await expectOnlyForPersons(api, (outsider) => merge(outsider, { content: 'x' }));
  });
});

describe('asked for by itself', () => {
  test('what another province says comes without scanning, at most once in six hours', async () => {
    const resident = await signedInPerson(api.services);
    expect((await read(resident.auth).expect(200)).body).toEqual({ latest: null, state: 'notFound' });
    standIns.national.tell(resident.idNumber, { colour: 'yellow', province: '420000' });
    expect((await read(resident.auth).expect(200)).body.state).toBe('notFound');
    try {
      api.clock.advance(6 * hourMs + 1_000);
      const auth = await signIn(api.services, resident);
      const { body } = await read(auth).expect(200);
      expect(body).toMatchObject({ state: 'merged', latest: { colour: 'yellow', province: '湖北省' } });
      expect(await colourOf({ ...resident, auth })).toBe('orange');
    } finally {
      api.clock.reset();
    }
  });

  test('of many at once one asks', async () => {
    const resident = await signedInPerson(api.services);
    let asked = 0;
    const { national } = standIns;
    const count = jest.spyOn(national, 'lookUp').mockImplementation(() => {
      asked += 1;

      return Promise.resolve({ ok: false, reason: 'notFound' });
    });
    await Promise.all(Array.from({ length: 5 }, () => read(resident.auth).expect(200)));
    count.mockRestore();
    expect(asked).toBe(1);
  });

  test.each(['later', 'silent'] as const)(
    'a platform that says %s keeps no page from being shown',
    async (says) => {
      const resident = await signedInPerson(api.services);
      standIns.national.behave(resident.idNumber, says);
      expect((await read(resident.auth).expect(200)).body).toEqual({ latest: null, state: 'unavailable' });
    },
  );

  test('a statement that is over is none', async () => {
    const resident = await signedInPerson(api.services);
    const statedAt = api.services.clock.now() - 15 * dayMs;
    standIns.national.tell(resident.idNumber, { colour: 'red', province: '420000', statedAt });
    expect((await read(resident.auth).expect(200)).body).toEqual({ latest: null, state: 'notFound' });
    expect(await colourOf(resident)).toBe('green');
  });

  test('what was said goes when its time is over', async () => {
    const resident = await signedInPerson(api.services);
    await merge(resident.auth, { content: codeFor(resident) }).expect(200);
    const stored = () => NationalCode.count({ where: { personId: resident.person.id } });
    await purgeOthers(api.services);
    expect(await stored()).toBe(1);
    try {
      api.clock.advance((api.services.config.retention.passageDays + 1) * dayMs);
      await purgeOthers(api.services);
      expect(await stored()).toBe(0);
    } finally {
      api.clock.reset();
    }
  });

  test('a province that takes no part asks nobody', async () => {
    const resident = await signedInPerson(api.services);
    api.services.providers.national = offNational;
    try {
      expect((await read(resident.auth).expect(200)).body).toEqual({ latest: null, state: 'none' });
      expect(codeOf(await merge(resident.auth, { content: codeFor(resident) }).expect(503))).toBe(
        'national_unavailable',
      );
    } finally {
      api.services.providers.national = standIns.national;
    }
  });

  test('only persons ask', () => expectOnlyForPersons(api, (auth) => read(auth)));
});
