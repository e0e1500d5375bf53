import { Change } from '../../../../api/src/models/change';
import { FeedBatch } from '../../../../api/src/models/feedBatch';
import { submit } from '../appeals';
import { signIn } from '../factories/signIn';
import { decide } from '../overrides';
import type { Caller } from './callers';
import { heldChannel, todayOf, type World } from './world';

async function appealAgain({ api, targets: { ill, arrived } }: World): Promise<void> {
  const contested = [
    { applicant: ill, rule: 'fever' },
    { applicant: arrived, rule: 'arrivals' },
  ];
  for (const { applicant, rule } of contested) {
    const auth = await signIn(api.services, applicant);
    await submit(api, { auth }, { rules: [rule] });
  }
}

/** The number of one that was given up is free again. */
async function nextHeld(): Promise<number> {
  const where = { channel: heldChannel, state: 'inForce' };

  return ((await FeedBatch.max<number | null, FeedBatch>('sequence', { where })) ?? 0) + 1;
}

/** A batch that the source delivered, and that is held because of how many people it would turn. */
async function holdAgain({ api, held, targets: { well } }: World): Promise<void> {
  const { turning } = api.services.config.policy;
  const usual = { ...turning };
  Object.assign(turning, { share: 0, people: 0 });
  const rows = [{ idNumber: well.idNumber, date: todayOf(api) }];
  const { body } = await held.deliver(rows, { sequence: await nextHeld() }).expect(201);
  Object.assign(turning, usual);
  expect(body.batch).toMatchObject({ state: 'waiting', changeId: null });
}

/**
 * What the operator finds: an appeal of each orange person, a batch that is held. Another province's platform says
 * nothing of people to themselves: it is no hand here.
 */
export async function prepare(world: World, { isTarget }: Pick<Caller, 'isTarget'>): Promise<void> {
  await appealAgain(world);
  await holdAgain(world);
  for (const { idNumber } of Object.values(world.targets)) {
    world.api.services.providers.standIns.national?.behave(idNumber, isTarget ? 'no' : 'yes');
  }
}

async function decideAll({ api, second }: World, verdict: 'approve' | 'reject'): Promise<number> {
  const auth = await signIn(api.services, second);
  const waiting = await Change.findAll({ where: { state: 'waiting' }, order: ['id'] });
  let decided = 0;
  for (const { id } of waiting) {
    const { status, body } = await decide(api, { auth }, id, verdict);
    // Of two proposals of rules from one base, the second one no longer fits.
    expect([200, 409]).toContain(status);
    expect(body.error?.code ?? 'decided').toMatch(/^(decided|change_outdated|change_decided)$/);
    decided += Number(status === 200);
  }

  return decided;
}

/** The second person approves what waits. @returns how much it was */
export function approveAll(world: World): Promise<number> {
  return decideAll(world, 'approve');
}

/** What waits is ended, so that nobody approves what somebody else proposed. */
export async function clear(world: World): Promise<void> {
  await decideAll(world, 'reject');
  const held = await FeedBatch.findOne({ where: { state: 'waiting', channel: heldChannel } });
  if (held) {
    const path = `/api/v1/operator/feeds/${held.source}/batches/${held.id}/discard`;
    const auth = await signIn(world.api.services, world.desk);
    await world.api.request.post(path).set(auth).expect(200);
  }
}
