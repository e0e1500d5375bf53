import { AnswerReader } from '../../bench/load/answerReader.mjs';

const whole = 'HTTP/1.1 201 Created\r\nX-A: b\r\nContent-Length: 5\r\n\r\nhello';

test('an answer is read in whatever pieces it comes', () => {
  for (let cut = 1; cut < whole.length; cut += 1) {
    const reader = new AnswerReader();

    expect(reader.take(whole.slice(0, cut))).toBeUndefined();
    expect(reader.take(whole.slice(cut))).toEqual({
      status: 201,
      body: 'hello',
      close: false,
      retryAfter: false,
    });
  }
});

test('one reader reads one answer after the other', () => {
  const reader = new AnswerReader();
  const empty = 'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n';

  expect(reader.take(whole)?.status).toBe(201);
  expect(reader.take(empty)).toMatchObject({ status: 204, body: '', close: true });
});

test('a refusal may say when to come back', () => {
  const refusal = (head: string) => `HTTP/1.1 503 No\r\nContent-Length: 0\r\n${head}\r\n`;

  expect(new AnswerReader().take(refusal('Retry-After: 3\r\n'))?.retryAfter).toBe(true);
  expect(new AnswerReader().take(refusal(''))?.retryAfter).toBe(false);
});

test.each([
  ['more than was asked for', `${whole}!`],
  ['an answer without Content-Length', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'],
])('%s is a fault', (fault, text) => {
  expect(() => new AnswerReader().take(text)).toThrow(fault);
});
