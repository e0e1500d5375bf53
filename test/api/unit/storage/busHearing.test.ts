import { BusHearing } from '../../../../api/src/storage/busHearing';

const [peer, stranger] = ['peer', 'stranger'];

/** Has heard itself and one other at 1000. */
function joined(): BusHearing {
  const hearing = new BusHearing();
  hearing.hearOwn(999);
  hearing.expect([{ owner: peer, mustBeHeard: true }], 1_000);
  hearing.hearOwn(1_000);
  hearing.hear(peer, 0);

  return hearing;
}

test('everything of the last second and a half has come when its own heartbeat came back', () => {
  const hearing = joined();
  expect([2_500, 2_501].map((now) => hearing.isFresh(now))).toEqual([true, false]);
  expect(hearing.silent(2_501)).toEqual([peer]);
});

test('nothing is known before it has heard itself, and read who else there is', () => {
  const hearing = new BusHearing();
  expect(hearing.isFresh(0)).toBe(false);
  hearing.hearOwn(1_000);
  expect(hearing.isFresh(1_000)).toBe(false);
  hearing.expect([], 999);
  expect(hearing.isFresh(1_000)).toBe(false);
  hearing.expect([], 1_001);
  expect(hearing.isFresh(1_001)).toBe(true);
});

test('a heartbeat that lay about while we were paused is as old as it is', () => {
  const hearing = joined();
  hearing.hear(peer, 0);
  hearing.hearOwn(1_200);
  hearing.hear(peer, 3);
  expect(hearing.isFresh(9_000)).toBe(false);
});

test('another one is heard of at the earliest when our last heartbeat before was sent', () => {
  const hearing = joined();
  hearing.hearOwn(2_000);
  expect(hearing.isFresh(2_501)).toBe(false);
  hearing.hear(peer, 0);
  expect([3_500, 3_501].map((now) => hearing.isFresh(now))).toEqual([true, false]);
});

test('news is counted: what comes again is told apart from what does not come', () => {
  const hearing = joined();
  expect(hearing.hearNews(peer, 1)).toBe('next');
  expect(hearing.hearNews(peer, 2)).toBe('next');
  expect(hearing.hearNews(peer, 1)).toBe('repeated');
  expect(hearing.hear(peer, 2)).toBe(true);
  expect(hearing.hear(peer, 3)).toBe(false);
  expect(hearing.hear(peer, 3)).toBe(true);
  expect(hearing.hearNews(peer, 5)).toBe('missed');
  expect(hearing.hearNews(stranger, 1)).toBe('next');
  expect(hearing.hear('late comer', 4)).toBe(false);
});

test('a newcomer with a lease is given time to be heard, and then missed', () => {
  const hearing = joined();
  hearing.expect(
    [
      { owner: peer, mustBeHeard: true },
      { owner: stranger, mustBeHeard: true },
      { owner: 'command', mustBeHeard: false },
    ],
    1_400,
  );
  hearing.hearOwn(2_900);
  hearing.hear(peer, 0);
  expect([2_900, 2_901].map((now) => hearing.isFresh(now))).toEqual([true, false]);
  expect(hearing.silent(2_901)).toEqual([stranger]);
});

test('who has no lease any more is missed no longer, but its last news may be', () => {
  const hearing = joined();
  hearing.hearOwn(4_000);
  expect(hearing.isFresh(4_000)).toBe(false);
  expect(hearing.expect([], 3_900)).toBe(false);
  expect(hearing.isFresh(4_000)).toBe(true);
  expect(hearing.expect([], 3_950)).toBe(true);
});

test('who was heard after the leases were read is not given up', () => {
  const hearing = joined();
  expect(hearing.expect([], 1_000)).toBe(true);
  hearing.hearOwn(2_400);
  expect(hearing.silent(2_501)).toEqual([peer]);
});

test('who said goodbye is not missed; that something of it is missing is noticed', () => {
  const hearing = joined();
  hearing.hearNews(peer, 1);
  expect(hearing.leave(peer, 1)).toBe(true);
  hearing.expect([{ owner: peer, mustBeHeard: true }], 1_500);
  hearing.hearOwn(8_000);
  expect(hearing.isFresh(8_000)).toBe(true);
  expect(joined().leave(peer, 1)).toBe(false);
});

test('after the pipe broke all begins anew', () => {
  const hearing = joined();
  hearing.deafen();
  expect(hearing.isFresh(1_000)).toBe(false);
  hearing.hearOwn(1_100);
  hearing.hear(peer, 0);
  expect(hearing.isFresh(1_100)).toBe(false);
  hearing.expect([{ owner: peer, mustBeHeard: true }], 1_101);
  expect(hearing.isFresh(1_101)).toBe(true);
});
