import net from 'node:net';

import { errorTexts } from '@anxing/contract/errors';
import { limits } from '@anxing/contract/limits';

import { callsPerUnit } from '../../../api/src/web/limits';
import { buildAccount } from '../../support/api/factories/buildPerson';
import { signedInStaff, type Auth } from '../../support/api/factories/signedIn';
import { signIn } from '../../support/api/factories/signIn';
import { codeOf, faultsOf } from '../../support/api/refusals';
import { startApi, type TestApi } from '../../support/api/testApi';

let api: TestApi;
let auth: Auth;

beforeAll(async () => {
  api = await startApi({ feeds: false });
  auth = await signIn(api.services, await buildAccount(api.services));
});

afterAll(() => api.close());

const consents = '/api/v1/me/consents';

function send(type: string, body: string) {
  return api.request.post(consents).set(auth).set('content-type', type).send(body);
}

/** What a server says to bytes that no HTTP library would send. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(api.url);

  return new Promise((done, fail) => {
    let answer = '';
    const socket = net.connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => done(answer));
    socket.on('error', fail);
  });
}

describe('every refusal has one shape', () => {
  test('code, texts in two languages and the request’s id', async () => {
    const answer = await api.request.get('/api/v1/me').set('x-request-id', 'phone-4711').expect(401);
    const [, message, messageEn] = errorTexts.not_signed_in;
    expect(answer.body).toEqual({
      error: { code: 'not_signed_in', message, messageEn, requestId: 'phone-4711' },
    });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-request-id': 'phone-4711',
      'x-content-type-options': 'nosniff',
    });
  });

  test('an id that is none of ours is not taken over', async () => {
    for (const id of ['short', '<script>alert(1)</script>', 'x'.repeat(65), 'a b c d e f g h']) {
      const { body, headers } = await api.request.get('/api/v1/me').set('x-request-id', id).expect(401);
      expect(body.error.requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers['x-request-id']).toBe(body.error.requestId);
    }
  });
});

describe('places that do not exist', () => {
  test.each([
    '/api/v1/nothing',
    '/api/v1',
    '/api/v2/me',
    '/api/v1/me%00',
    '/api/v1/posters/%E0%A4%A',
    '/nothing',
    '/admin/missing.js',
    '/m/%E0%A4%A',
    '/m/..%2f..%2fpackage.json',
    '/admin/..%5c..%5cpackage.json',
    '/m/%00',
    '/.git/config',
  ])('%s is 404 or a refusal, in JSON', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (404|422)/);
    expect(answer).toMatch(/content-type: application\/json/i);
    expect(answer).toContain('"requestId"');
    expect(answer).not.toMatch(/<html|workspaces|at .*\.ts:/i);
  });

  test('a path of anybody’s invention is not written back', async () => {
    const { text } = await api.request.get('/api/v1/<img src=x>').expect(404);
    expect(text).not.toContain('img');
  });
});

describe('methods', () => {
  test.each(['put', 'patch', 'delete'] as const)('%s where only others work is 405', async (method) => {
    const answer = await api.request[method]('/api/v1/me').set(auth).expect(405);
    expect(codeOf(answer)).toBe('method_not_allowed');
    expect(answer.headers.allow).toContain('GET');
  });

  test('one that nobody knows is 405 as well', async () => {
    const answer = await raw('PROPFIND /api/v1/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 405/);
    expect(answer).toContain('method_not_allowed');
  });

  test('HEAD answers like GET without a body, OPTIONS names the methods', async () => {
    const head = await api.request.head('/api/v1/config').expect(200);
    expect(head.text).toBeUndefined();
    const { headers } = await api.request.options('/api/v1/me').expect(200);
    expect(headers.allow).toBe('HEAD, GET');
  });
});

describe('bodies', () => {
  test.each(['{"kind":', '{kind:1}', 'null', '7', '"text"', '\u0000', '{"a":1}{"b":2}'])(
    '%j is no JSON object',
    async (body) => {
      expect(codeOf(await send('application/json', body).expect(400))).toBe('malformed_body');
    },
  );

  test('an array is JSON, but no input', async () => {
    expect(codeOf(await send('application/json', '[]').expect(400))).toBe('invalid_input');
  });

  test('an encoding that is not there is told so', async () => {
    const broken = await send('application/json', '{}')
      .set('content-encoding', 'gzip')
      .ok(() => true);
    expect(codeOf(broken)).toBe('malformed_body');
    expect(codeOf(await send('application/json', '{}').set('content-encoding', 'rot13'))).toBe(
      'malformed_body',
    );
  });

  test.each(['text/plain', 'text/html', 'application/xml', 'application/x-www-form-urlencoded'])(
    '%s is not taken for JSON',
    async (type) => {
      expect(codeOf(await send(type, '{"kind":"privacy"}').expect(415))).toBe('unsupported_media_type');
    },
  );

  test('64 KB are read, one byte more is not', async () => {
    const bodyOf = (bytes: number) => `{"kind":"${'x'.repeat(bytes - 11)}"}`;
    expect(Buffer.byteLength(bodyOf(limits.bodyBytes))).toBe(limits.bodyBytes);
    await send('application/json', bodyOf(limits.bodyBytes)).expect(400);
    const answer = await send('application/json', bodyOf(limits.bodyBytes + 1)).expect(413);
    expect(codeOf(answer)).toBe('body_too_large');
  });

  test('also when the length is not announced', async () => {
    const chunk = `${(70_000).toString(16)}\r\n${'x'.repeat(70_000)}\r\n0\r\n\r\n`;
    const head = [
      `POST ${consents} HTTP/1.1`,
      'Host: x',
      'Connection: close',
      'Content-Type: application/json',
      'Transfer-Encoding: chunked',
    ];
    expect(await raw(`${head.join('\r\n')}\r\n\r\n${chunk}`)).toMatch(/^HTTP\/1\.1 413/);
  });

  test('nothing at all names the fields that are missing', async () => {
    const answer = await api.request.post(consents).set(auth).expect(400);
    expect(faultsOf(answer)).toEqual({ kind: 'Not one of the choices', version: 'Required' });
  });

  test('fields that reach for the language’s own are refused', async () => {
    const reaching = await send('application/json', '{"__proto__":{"kind":"privacy"},"version":"x"}').expect(
      400,
    );
    expect(codeOf(reaching)).toBe('malformed_body');
    const named = await send('application/json', '{"constructor":1,"toString":2}').expect(400);
    expect(Object.keys(faultsOf(named))).toEqual(['constructor', 'kind', 'toString', 'version']);
    expect(Reflect.get({}, 'kind')).toBeUndefined();
  });
});

describe('what a route does not ask for', () => {
  test('is named, in the query and in the body', async () => {
    const query = await api.request.get('/api/v1/me').query({ verbose: 1 }).set(auth).expect(400);
    expect(faultsOf(query)).toEqual({ verbose: 'Unknown field' });
    const body = await api.request
      .post('/api/v1/me/identity/face-tickets')
      .set(auth)
      .send({ level: 4 })
      .expect(400);
    expect(faultsOf(body)).toEqual({ level: 'Unknown field' });
  });

  test('a parameter given twice is not one of them', async () => {
    const answer = await api.request.get('/api/v1/config?x=1&x=2').expect(400);
    expect(faultsOf(answer)).toEqual({ x: 'Unknown field' });
  });
});

describe('too many', () => {
  test('of one caller’s calls: 429, when to come back, and nobody else is touched', async () => {
    const [one, other] = [
      await signIn(api.services, await buildAccount(api.services)),
      await signIn(api.services, await buildAccount(api.services)),
    ];
    const call = (who: Auth) => api.request.put('/api/v1/me/identity').set(who).send({});
    const statuses = [];
    for (let i = 0; i < 11; i += 1) {
      statuses.push((await call(one)).status);
    }
    expect(statuses).toEqual([...Array(10).fill(400), 429]);
    const refused = await call(one).expect(429);
    expect(codeOf(refused)).toBe('too_many_requests');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await call(other).expect(400);
  });

  test('of all calls of one unit: its staff wait, another unit does not', async () => {
    const { limiter } = api.services;
    const [busy, other] = [await signedInStaff(api.services), await signedInStaff(api.services)];
    const uses = Array.from({ length: callsPerUnit.points }, () =>
      limiter.consume('unit', busy.unit.id, callsPerUnit),
    );
    await Promise.all(uses);
    const look = ({ auth }: { auth: Auth }) => api.request.get('/api/v1/unit').set(auth);

    expect(codeOf(await look(busy).expect(429))).toBe('too_many_requests');
    await look(other).expect(200);
    // Thirty thousand calls take their time on a busy machine.
  }, 30_000);
});

test('what breaks in the house is 500 without a word of why', async () => {
  const { config } = api.services;
  const { services } = config;
  const lines = jest.spyOn(api.services.logger, 'error');
  Object.defineProperty(config, 'services', {
    configurable: true,
    get: () => {
      throw new Error('secret of the house');
    },
  });
  const answer = await api.request.get('/api/v1/config').expect(500);
  Object.defineProperty(config, 'services', { value: services });

  expect(codeOf(answer)).toBe('internal');
  expect(answer.text).not.toContain('secret');
  expect(lines.mock.calls).toHaveLength(1);
  expect(JSON.stringify(lines.mock.calls[0])).toContain(answer.body.error.requestId);
  lines.mockRestore();
});
