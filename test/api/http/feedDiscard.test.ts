import { dayOf } from '../../../api/src/base/days';
import { Recomputer } from '../../../api/src/commands/risk/recompute/recomputer';
import { Change } from '../../../api/src/models/change';
import { FeedBatch } from '../../../api/src/models/feedBatch';
import { Person } from '../../../api/src/models/person';
import { auditEvents } from '../../support/api/auditEvents';
import { buildPerson, type BuiltPerson } from '../../support/api/factories/buildPerson';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { verifiedStaff, type VerifiedStaff } from '../../support/api/factories/verifiedStaff';
import { buildFeedClient, type FeedClient } from '../../support/api/feedClient';
import { codeOf, expectOnlyFor } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

const nowhere = '019a0000-0000-7000-8000-000000000000';

let api: TestApi;
let desk: VerifiedStaff;
let source: FeedClient;

beforeAll(async () => {
  api = await startApi();
  desk = await verifiedStaff(api.services, { roles: ['feeds'] });
  source = await buildFeedClient(api, 'fever', { channel: 'many' });
});

afterAll(() => api.close());

/** A batch that the platform holds, since it would turn somebody. */
async function heldBatch({ idNumber }: BuiltPerson): Promise<string> {
  const { turning, ...rest } = api.services.config.policy;
  const date = dayOf(api.clock.now(), api.services.config.brand.zone);
  Object.assign(api.services.config.policy, { turning: { ...turning, share: 0, people: 0 } });
  const { body } = await source.deliver([{ idNumber, date }]).expect(201);
  Object.assign(api.services.config.policy, { ...rest, turning });
  expect(body.batch).toMatchObject({ state: 'waiting' });

  return body.batch.id as string;
}

function call(verb: 'discard' | 'release', id: string, auth: Auth = desk.auth, feed = 'fever') {
  return api.request.post(`/api/v1/operator/feeds/${feed}/batches/${id}/${verb}`).set(auth).send({});
}

test('a batch that was held is given up: by whom is on record, nobody turns, the source may send it again', async () => {
  const person = await buildPerson(api.services);
  const id = await heldBatch(person);
  const { body } = await call('discard', id).expect(200);
  expect(body).toMatchObject({ id, state: 'rejected', inForceAt: null });
  const events = await auditEvents(api.services, id);
  expect(events.at(-1)).toMatchObject({ action: 'feed_batches.update', actor: `staff:${desk.staff.id}` });
  await new Recomputer(api.services).turn();
  expect((await Person.findByPk(person.person.id))?.colour).toBe('green');
  expect(codeOf(await call('discard', id).expect(409))).toBe('change_decided');
  source.rewind();
  await source.deliver([]).expect(201);
});

test('what waits for the second person is outdated with it', async () => {
  const id = await heldBatch(await buildPerson(api.services));
  const { body } = await call('release', id).expect(200);
  await call('discard', id).expect(200);
  expect((await Change.findByPk(body.changeId))?.state).toBe('outdated');
  source.rewind();
});

test('is for who manages feeds, and of this feed', async () => {
  await expectOnlyFor(api, (auth) => call('discard', nowhere, auth), ['rules', 'approver', 'owner']);
  expect(codeOf(await call('discard', nowhere).expect(404))).toBe('not_found');
  const id = await heldBatch(await buildPerson(api.services));
  expect(codeOf(await call('discard', id, desk.auth, 'cases').expect(404))).toBe('not_found');
  await call('discard', id).expect(200);
  source.rewind();
});

test('whoever gives it up is verified, has proven to be himself, and is not whom it is about', async () => {
  const id = await heldBatch(desk.person);
  expect(codeOf(await call('discard', id).expect(403))).toBe('change_about_self');
  const unverified = await signedInStaff(api.services, { roles: ['feeds'] });
  expect(codeOf(await call('discard', id, unverified.auth).expect(403))).toBe('change_not_verified');
  const other = await verifiedStaff(api.services, { roles: ['feeds'] });
  const unproven = await signIn(api.services, other, { provenAt: null });
  expect(codeOf(await call('discard', id, unproven).expect(403))).toBe('proof_required');
  expect((await FeedBatch.findByPk(id))?.state).toBe('waiting');
  await call('discard', id, other.auth).expect(200);
});
