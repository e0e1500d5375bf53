import { isUuid7, makeUuid7, timeOfUuid7 } from '@anxing/contract/uuid7';

import { newCheckIn, sendAllWaiting, submit } from '../../../miniapp/src/lib/checkIns';
import { keepCheckIn, queue } from '../../../miniapp/src/lib/checkInQueue';
import { signedInApp } from '../../support/taro/freshApp';
import { phone } from '../../support/taro/phone';
import { posterToken } from '../../support/taro/samples';
import { refusal } from '../../support/taro/server';

const here = { poster: posterToken, place: '示例市图书馆', direction: 'in' } as const;
const answer = { body: { decision: 'allow' } };

describe('a check-in', () => {
  test('is named on the phone, by the time of the server', async () => {
    await signedInApp();
    const { id } = await newCheckIn(here);
    expect(isUuid7(id)).toBe(true);
    expect(Math.abs(timeOfUuid7(id) - Date.now())).toBeLessThan(1_000);
  });

  test('that is answered leaves nothing waiting', async () => {
    const server = await signedInApp();
    server.on('POST visits', answer);
    expect(await submit(await newCheckIn(here))).toEqual(answer.body);
    expect(queue.get()).toEqual({ waiting: [], outcomes: [] });
  });

  test('is sent once at a time, however often it is submitted', async () => {
    const server = await signedInApp();
    server.on('POST visits', answer);
    const checkIn = await newCheckIn(here);
    await Promise.all([submit(checkIn), submit(checkIn), sendAllWaiting()]);
    expect(server.count('POST visits')).toBe(1);
  });

  test('without a network waits on the phone, and is sent later with the same id', async () => {
    const server = await signedInApp();
    server.on('POST visits', answer);
    server.isReachable = false;
    const checkIn = await newCheckIn(here);
    expect(await submit(checkIn)).toBe('waiting');
    expect(phone.storage.get('anxing.checkIns')).toContain(checkIn.id);

    await sendAllWaiting();
    expect(queue.get().waiting).toHaveLength(1);

    server.isReachable = true;
    await sendAllWaiting();
    expect(queue.get()).toMatchObject({ waiting: [], outcomes: [{ id: checkIn.id, refusal: null }] });
    expect(server.bodies).toContainEqual(expect.objectContaining({ id: checkIn.id, poster: posterToken }));
  });

  test('that meets a busy server waits as well', async () => {
    const server = await signedInApp();
    server.on('POST visits', refusal('unavailable'));
    expect(await submit(await newCheckIn(here))).toBe('waiting');
  });

  test('that is refused does not wait', async () => {
    const server = await signedInApp();
    server.on('POST visits', refusal('poster_refused'));
    await expect(submit(await newCheckIn(here))).rejects.toMatchObject({ code: 'poster_refused' });
    expect(queue.get().waiting).toEqual([]);
  });
});

describe('what waits', () => {
  test('is told when the server refuses it in the end', async () => {
    const server = await signedInApp();
    server.on('POST visits', refusal('point_closed'));
    keepCheckIn(await newCheckIn(here));
    await sendAllWaiting();
    expect(queue.get()).toMatchObject({ waiting: [], outcomes: [{ refusal: '该服务点已停用' }] });
  });

  test('goes on waiting while the person has a step to do', async () => {
    const server = await signedInApp();
    server.on('POST visits', refusal('identity_required'));
    keepCheckIn(await newCheckIn(here));
    await sendAllWaiting();
    expect(queue.get().waiting).toHaveLength(1);
  });

  test('is given up after 72 hours, with an explanation', async () => {
    const server = await signedInApp();
    const longAgo = makeUuid7(Date.now() - 73 * 3_600_000, new Uint8Array(10));
    keepCheckIn({ ...(await newCheckIn(here)), id: longAgo });
    await sendAllWaiting();
    expect(server.calls).toEqual([]);
    expect(queue.get()).toMatchObject({
      waiting: [],
      outcomes: [{ refusal: expect.stringContaining('72') }],
    });
  });

  test('is never sent for another person', async () => {
    const first = await signedInApp();
    first.isReachable = false;
    const checkIn = await newCheckIn(here);
    const second = await signedInApp({ name: '*安', idNumber: '35*****018' });
    second.on('POST visits', answer);
    keepCheckIn(checkIn);
    await sendAllWaiting();
    expect(second.count('POST visits')).toBe(0);
    expect(queue.get().waiting).toHaveLength(1);
  });
});
