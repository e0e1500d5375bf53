import { Tally } from '../../bench/load/tally.mjs';

const good = { status: 200, body: '{"decision":"allow"}' };

test('only good answers within the window are speed; all of them are in the books', () => {
  const tally = new Tally('allow');
  tally.take(good, 1);
  tally.isMeasuring = true;
  tally.take(good, 2);
  tally.take(good, 4);
  tally.take({ status: 429, body: 'slower' }, 1);
  tally.isMeasuring = false;
  tally.take(good, 8);

  expect(tally.summary()).toMatchObject({
    measured: 2,
    acknowledged: 4,
    errors: 1,
    failed: 0,
    statuses: { 200: 4, 429: 1 },
    latency: { p50: 2, max: 4 },
    samples: ['429 slower'],
  });
});

test('a request without an answer is an error without a status', () => {
  const tally = new Tally();
  tally.take(new Error('closed'), 1);

  expect(tally.summary()).toMatchObject({ errors: 1, failed: 1, statuses: {}, samples: ['closed'] });
});

test('a 503 should say when to come back', () => {
  const tally = new Tally();
  tally.take({ status: 503, body: '', retryAfter: true }, 1);
  tally.take({ status: 503, body: '', retryAfter: false }, 1);

  expect(tally.summary()).toMatchObject({ errors: 2, mute: 1 });
});

test('of every sixteen answers one is read', () => {
  const tally = new Tally('allow');
  for (let turn = 0; turn < 32; turn += 1) {
    tally.take({ status: 200, body: '{"decision":"stop"}' }, 1);
  }

  expect(tally.summary()).toMatchObject({ wrong: 2, errors: 0, acknowledged: 32 });
});
