import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { platforms, startTime, TestPhone } from './testPhone';

/** Echoes, is slow, or knows nothing; its header keeps its spelling. */
function startServer(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-type', 'application/json');
    response.setHeader('X-Bench', 'yes');
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method, headers } = request;
      if (pathname === '/slow') {
        setTimeout(() => response.end('{}'), 1500);
      } else {
        response.statusCode =
          pathname === '/file' && headers['x-who'] === 'me' ? 200 : pathname === '/echo' ? 200 : 404;
        response.end(JSON.stringify({ method, search, type: headers['content-type'], body }));
      }
    });
  });

  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe.each(platforms)('requests on %s', (platform) => {
  let phone: TestPhone;
  let server: Server;

  const isWeapp = platform === 'weapp';
  const result = async (button: string) => {
    await phone.tap(button);
    await phone.waitFor(async () => !['', '…'].includes(await phone.text('.result')), 'a result');

    return phone.text('.result');
  };

  beforeAll(async () => {
    server = await startServer();
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    phone = await TestPhone.open(platform, { launch: { path: 'pages/tools/index' }, storage: { base } });
  }, startTime);

  afterAll(async () => {
    await phone?.app.close();
    server?.closeAllConnections();
    server?.close();
  });

  test('GET puts the data into the address; WeChat keeps the spelling of headers, Alipay writes them small', async () => {
    expect(JSON.parse(await result('.get'))).toEqual({
      statusCode: 200,
      types: [isWeapp ? 'X-Bench' : 'x-bench'],
      data: { method: 'GET', search: '?a=1+2', type: 'application/json', body: '' },
    });
  });

  test('POST sends JSON', async () => {
    expect(JSON.parse(await result('.post'))).toMatchObject({
      data: { method: 'POST', type: 'application/json', body: '{"b":2}' },
    });
  });

  test('neither platform knows PATCH', async () => {
    expect(await result('.patch')).toMatch(isWeapp ? /method is invalid/ : /"error":2/);
  });

  test('a status of 404 is an answer for WeChat, and failure 19 for Alipay', async () => {
    const text = await result('.notFound');
    if (isWeapp) {
      expect(JSON.parse(text)).toMatchObject({ statusCode: 404, data: { method: 'GET' } });
    } else {
      expect(text).toMatch(/^failed: /);
      expect(JSON.parse(text.slice('failed: '.length))).toMatchObject({
        error: 19,
        status: 404,
        headers: { 'x-bench': 'yes' },
        data: { method: 'GET' },
      });
    }
  });

  test('a file is fetched with its headers, and read', async () => {
    const body = JSON.parse(await result('.fetchFile')) as string;
    expect(JSON.parse(Buffer.from(body, 'base64').toString())).toMatchObject({ method: 'GET' });
  });

  test('a slow server runs into the timeout', async () => {
    expect(await result('.timeout')).toMatch(isWeapp ? /request:fail timeout/ : /"error":13/);
  });

  test('a request is aborted', async () => {
    expect(await result('.abort')).toMatch(isWeapp ? /request:fail abort/ : /"error":9/);
  });

  test('other machines are out of reach, and the test is told', async () => {
    expect(await result('.outside')).toMatch(isWeapp ? /url not in domain list/ : /"error":4/);
    expect(phone.app.errors().at(-1)).toMatch(/https:\/\/example\.com\/ refused/);
  });

  test('offline, requests fail and listeners hear of it', async () => {
    await phone.tap('.watch');
    await phone.app.setOffline(true);
    await phone.waitForText('.network', isWeapp ? 'false none' : 'false NOTREACHABLE');
    expect(await result('.get')).toMatch(isWeapp ? /request:fail .*DISCONNECTED/ : /"error":12/);
    expect(JSON.parse(await result('.network:not(text)'))).toMatchObject({
      networkType: isWeapp ? 'none' : 'NOTREACHABLE',
    });

    await phone.app.setOffline(false);
    await phone.waitForText('.network', isWeapp ? 'true wifi' : 'true WIFI');
    expect(JSON.parse(await result('.get'))).toMatchObject({ statusCode: 200 });
  });
});
