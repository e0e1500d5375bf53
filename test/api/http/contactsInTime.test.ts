import fc from 'fast-check';

import { addDays, dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { ensureFirstRules } from '../../../api/src/commands/rules/ensureFirstRules';
import { Change } from '../../../api/src/models/change';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { Person } from '../../../api/src/models/person';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { operatorCrew, verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { decide, liftWish, propose } from '../../support/api/overrides';
import { inventIdNumber } from '../../support/api/invented';
import { startApi, type TestApi } from '../../support/api/testApi';

const dayMs = 24 * 3_600_000;

let api: TestApi;
let recomputer: Recomputer;
let crew: { rules: VerifiedStaff; approver: VerifiedStaff };
let cases: FeedClient;
let journeys: FeedClient;

beforeEach(async () => {
  api = await startApi();
  recomputer = new Recomputer(api.services);
  await ensureFirstRules(api.services);
  crew = await operatorCrew(api.services);
  cases = await buildFeedClient(api, 'cases');
  journeys = await buildFeedClient(api, 'journeys');
});

afterEach(() => api.close());

const today = () => dayOf(api.clock.now(), api.services.config.brand.zone);
const daysAgo = (days: number) => addDays(today(), -days);

const ill = ({ idNumber }: BuiltPerson, more: object = {}) => ({
  idNumber,
  kind: 'confirmed',
  date: today(),
  ...more,
});

async function colourOf({ person }: BuiltPerson) {
  // What is derived starts a run of its own.
  await recomputer.turn();

  return (await Person.findByPk(person.id))?.colour;
}

/** Somebody goes by coach on a day with a stranger. @returns the stranger */
async function rideWith(one: BuiltPerson, ago: number): Promise<BuiltPerson> {
  const stranger = await buildPerson(api.services);
  const ride = ({ idNumber }: BuiltPerson) => ({
    idNumber,
    kind: 'coach',
    vehicle: `C${stranger.idNumber.slice(-6)}${ago}`.slice(0, 12),
    date: daysAgo(ago),
  });
  await journeys.deliver([ride(one), ride(stranger)]).expect(201);

  return stranger;
}

async function lift(one: BuiltPerson, more: object = {}) {
  const wish = liftWish([one.idNumber], { kind: 'lift.cases', reason: 'wrongIdentity', ...more });
  const { body } = await propose(api, 'operator', crew.rules.auth, wish).expect(201);
  await decide(api, crew.approver, body.changeId, 'approve').expect(200);
}

test('who recovered long ago makes nobody a contact, and is green himself', async () => {
  const recovered = await buildPerson(api.services);
  await cases.deliver([ill(recovered, { date: daysAgo(200), until: daysAgo(170) })]).expect(201);
  const stranger = await rideWith(recovered, 0);
  expect([await colourOf(recovered), await colourOf(stranger)]).toEqual(['green', 'green']);
});

test('days of an illness that is over still count, and days after it do not', async () => {
  const patient = await buildPerson(api.services);
  await cases.deliver([ill(patient, { date: daysAgo(10), until: daysAgo(5) })]).expect(201);
  const onLastDay = await rideWith(patient, 5);
  const dayAfter = await rideWith(patient, 4);
  expect(await Promise.all([patient, onLastDay, dayAfter].map(colourOf))).toEqual([
    'green',
    'orange',
    'green',
  ]);
});

test('who was ill twice counts for both times, and for none between them', async () => {
  const patient = await buildPerson(api.services);
  await cases
    .deliver([
      ill(patient, { date: daysAgo(40), until: daysAgo(12) }),
      ill(patient, { kind: 'suspected', date: daysAgo(0) }),
    ])
    .expect(201);
  const before = await rideWith(patient, 13);
  const again = await rideWith(patient, 2);
  expect(await Promise.all([before, again].map(colourOf))).toEqual(['orange', 'orange']);
});

test('a case that two people lifted makes nobody a contact any more, as long as they decided', async () => {
  const patient = await buildPerson(api.services);
  await cases.deliver([ill(patient)]).expect(201);
  const stranger = await rideWith(patient, 0);
  expect([await colourOf(patient), await colourOf(stranger)]).toEqual(['orange', 'orange']);

  await lift(patient, { days: 3 });
  expect([await colourOf(patient), await colourOf(stranger)]).toEqual(['green', 'green']);
  const later = await rideWith(patient, 0);
  expect(await colourOf(later)).toBe('green');

  api.clock.advance(3 * dayMs + 1_000);
  expect([await colourOf(stranger), await colourOf(later)]).toEqual(['orange', 'orange']);
});

test('a record that comes after the decision is another one: it was not weighed', async () => {
  const patient = await buildPerson(api.services);
  await cases.deliver([ill(patient, { date: daysAgo(1) })]).expect(201);
  const stranger = await rideWith(patient, 0);
  await lift(patient);
  expect(await colourOf(stranger)).toBe('green');
  api.clock.advance(1_000);
  await cases.deliver([ill(patient)]).expect(201);
  expect(await colourOf(stranger)).toBe('orange');
});

test('a case that ends by itself has what follows from it worked out anew', async () => {
  const patient = await buildPerson(api.services);
  await cases.deliver([ill(patient, { until: addDays(today(), 1) })]).expect(201);
  const stranger = await rideWith(patient, 0);
  expect(await colourOf(stranger)).toBe('orange');
  const derived = () => FeedBatch.count({ where: { origin: 'derived', state: 'inForce' } });
  const before = await derived();
  await recomputer.turn();
  expect(await derived()).toBe(before);

  api.clock.advance(2 * dayMs);
  expect([await colourOf(patient), await colourOf(stranger)]).toEqual(['orange', 'orange']);
  expect(await derived()).toBe(before + 1);
  const late = await rideWith(patient, 0);
  expect(await colourOf(late)).toBe('green');
});

test('whenever the case and the journey are: a contact if and only if the day is one of the illness', async () => {
  const day = fc.integer({ min: 0, max: 14 });
  await fc.assert(
    fc.asyncProperty(day, fc.option(day), fc.integer({ min: 0, max: 13 }), async (found, length, rode) => {
      const patient = await buildPerson(api.services);
      const end = length === null ? undefined : found - length;
      const until = end === undefined ? {} : { until: daysAgo(end) };
      await cases.deliver([ill(patient, { date: daysAgo(found), ...until })]).expect(201);
      const stranger = await rideWith(patient, rode);
      // Days before today, counted backwards: later days are smaller.
      const isWithin = rode <= found + 14 && (end === undefined || rode >= end);
      expect(await colourOf(stranger)).toBe(isWithin ? 'orange' : 'green');
    }),
    { numRuns: 12, seed: 20_261_122, endOnFailure: true },
  );
});

/** What was derived would turn too many: it is held, and somebody proposes it. */
async function proposed(patient: BuiltPerson) {
  const desk = await verifiedStaff(api.services, { roles: ['feeds'] });
  await cases.deliver([ill(patient)]).expect(201);
  await recomputer.turn();
  const { turning } = api.services.config.policy;
  const usual = { ...turning };
  Object.assign(turning, { share: 0, people: 0 });
  const stranger = await rideWith(patient, 0);
  expect(await colourOf(stranger)).toBe('green');
  Object.assign(turning, usual);
  const held = await FeedBatch.findOne({ where: { origin: 'derived', state: 'waiting' } });
  const path = `/api/v1/operator/feeds/contacts/batches/${held?.id}/release`;
  const { body } = await api.request.post(path).set(desk.auth).expect(200);
  await cases.deliver([{ idNumber: inventIdNumber(), kind: 'confirmed', date: today() }]).expect(201);
  await recomputer.turn();

  return { stranger, changeId: String(body.changeId) };
}

describe('while two people decide about contacts that turn many', () => {
  afterEach(() => api.clock.reset());

  test('they are not derived anew under their hands', async () => {
    const { stranger, changeId } = await proposed(await buildPerson(api.services));
    await decide(api, crew.approver, changeId, 'approve').expect(200);

    expect(await colourOf(stranger)).toBe('orange');
  });

  test('what comes meanwhile waits for an hour, not for as long as nobody decides', async () => {
    const { changeId } = await proposed(await buildPerson(api.services));
    const other = await buildPerson(api.services);
    await cases.deliver([ill(other)]).expect(201);
    const stranger = await rideWith(other, 0);
    expect(await colourOf(stranger)).toBe('green');
    api.clock.advance(66 * 60_000);
    await recomputer.turn();

    expect(await colourOf(stranger)).toBe('orange');
    expect((await Change.findByPk(changeId))?.state).toBe('outdated');
  });
});
