import mysql from 'mysql2/promise';

import { errorTexts } from '@anxing/contract/errors';
import type { PassageItem } from '@anxing/contract/passages';

import { asksWhoIsThere, signInAtDesk } from '../support/e2e/adminSite';
import { openBrowser, type OpenBrowser } from '../support/e2e/browser';
import { eventually } from '../support/e2e/eventually';
import type { ServerRun } from '../support/e2e/serverRun';
import { handshake } from '../support/e2e/site/handshake';
import { LightLoad } from '../support/e2e/site/lightLoad';
import { siteName } from '../support/e2e/site/nginxFiles';
import { ProductionSite, siteOrigin } from '../support/e2e/site/productionSite';
import type { SiteClient } from '../support/e2e/site/siteClient';
import { joinAsResident, visitOf, type SiteResident } from '../support/e2e/site/siteResident';
import {
  createOperator,
  openPlace,
  openUnit,
  type SitePlace,
  type SiteStaff,
} from '../support/e2e/site/siteStaff';

jest.setTimeout(120_000);

/** From another address than nginx itself. */
const address = '127.0.0.2';

let site: ProductionSite;
let client: SiteClient;
let owner: SiteStaff;
let place: SitePlace;
let residents: SiteResident[];

beforeAll(async () => {
  site = await ProductionSite.build();
  client = site.client(address);
  await site.command('migrate');
  await Promise.all(site.processes.map((one) => one.start()));
  owner = await openUnit(client, await createOperator(site, client));
  place = await openPlace(client, owner);
  residents = [];
  for (let count = 0; count < 4; count += 1) {
    residents.push(await joinAsResident(client, site.outside));
  }
});

afterAll(() => site?.close());

async function passageIds(): Promise<string[]> {
  const list = 'unit/passages?limit=100';
  const { items } = await client.call<{ items: PassageItem[] }>('GET', list, { token: owner.token });

  return items.map(({ id }) => id);
}

describe('in a browser', () => {
  let browser: OpenBrowser;

  beforeAll(async () => {
    browser = await openBrowser({ site: { name: siteName, port: site.nginx.port } });
  });

  afterAll(() => browser?.close());

  test('an owner signs in over HTTP/2, and the live stream tells of a check-in on either process', async () => {
    const visitor = await browser.desk();
    visitor.tolerate(asksWhoIsThere);
    const { page } = visitor;
    await signInAtDesk(page, siteOrigin, { phone: owner.phone, secret: owner.password });
    const protocol = await page.evaluate(
      () => (performance.getEntriesByType('navigation')[0] as PerformanceResourceTiming).nextHopProtocol,
    );
    expect(protocol).toBe('h2');
    const names = (await page.context().cookies()).map(({ name, secure, httpOnly }) => ({
      name,
      secure,
      httpOnly,
    }));
    expect(names).toContainEqual({ name: '__Host-anxing-admin-access', secure: true, httpOnly: true });

    await page.evaluate(() => {
      const seen: string[] = [];
      Reflect.set(window, 'seen', seen);
      const stream = new EventSource('/api/v1/unit/flow/stream');
      stream.addEventListener('snapshot', () => seen.push('snapshot'));
      stream.addEventListener('change', ({ data }) => seen.push(data));
    });
    const seen = () => page.evaluate(() => Reflect.get(window, 'seen') as string[]);
    await eventually(async () => expect(await seen()).toEqual(['snapshot']));
    // One after the other: neither can be carried along by what follows it.
    for (const [nth, { token }] of residents.slice(0, 3).entries()) {
      await client.call('POST', 'visits', { token, body: visitOf(place.posterToken) });
      await eventually(async () => {
        expect(JSON.parse((await seen()).at(-1) ?? '')).toMatchObject({ items: [{ inside: nth + 1 }] });
      });
    }
    expect(visitor.troubles()).toEqual([]);
    await visitor.leave();
  });
});

test('the address is the one that nginx saw, whatever the client says', async () => {
  const forged = { 'x-forwarded-for': '203.0.113.9, 198.51.100.7', 'x-real-ip': '203.0.113.9' };
  await client.call('POST', 'sessions', {
    headers: forged,
    body: { grant: 'password', phone: owner.phone, password: owner.password },
  });
  const database = await mysql.createConnection(site.databaseUrl);
  const [rows] = await database.query(
    "SELECT JSON_VALUE(payload, '$.ip') AS ip FROM audit_events WHERE action = 'sessions.create' ORDER BY at DESC LIMIT 1",
  );
  await database.end();
  expect(rows).toEqual([{ ip: address }]);
});

test('pages come from the API with its headers, their files from nginx', async () => {
  const page = await client.ask('GET', '/admin/');
  expect(page.headers).toMatchObject({
    'content-security-policy': expect.stringContaining("script-src 'self'"),
    'cache-control': 'no-cache',
    'x-request-id': expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  const h5 = await client.ask('GET', '/m/');
  const files = [...`${page.text}${h5.text}`.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)];
  expect(files.length).toBeGreaterThan(4);
  for (const [, file = ''] of files) {
    const { status, headers } = await client.ask('GET', file, { headers: { 'accept-encoding': 'gzip' } });
    expect({ file, status, ...headers }).toMatchObject({
      status: 200,
      'content-type': file.endsWith('.js') ? 'application/javascript' : 'text/css',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(headers).not.toHaveProperty('x-request-id');
  }
  const former = await client.ask('GET', '/admin/assets/former-Bt50WO3_.js');
  expect([former.status, former.headers['x-request-id']]).toEqual([404, expect.any(String)]);
  expect((await client.ask('GET', '/admin/assets/..%2f..%2f..%2fpackage.json')).status).toBe(400);
});

test('TLS is of the newest version, and only for the name of the site', async () => {
  expect(await handshake(site.nginx.port, siteName)).toBe('TLSv1.3');
  await expect(handshake(site.nginx.port, 'other.example')).rejects.toThrow('unrecognized name');
});

test('what is nobody else’s business stays inside', async () => {
  const here = site.client();
  expect((await here.ask('GET', '/metrics')).status).toBe(404);
  expect((await here.ask('GET', '/readyz')).status).toBe(200);
  expect((await client.ask('GET', '/readyz')).status).toBe(403);
  const plain = await fetch(`${site.nginx.plainUrl}/p/x?y`, {
    redirect: 'manual',
    headers: { host: siteName },
  });
  expect([plain.status, plain.headers.get('location')]).toEqual([301, `${siteOrigin}/p/x?y`]);
});

test('an answer that tells when to come back tells it through nginx', async () => {
  const body = { phone: owner.phone };
  await client.call('POST', 'sms-codes', { body });
  const { status, headers } = await client.ask('POST', '/api/v1/sms-codes', { body });
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
});

test('a feed of a source may be larger than anything else, and is not waited for here', async () => {
  const path = '/api/v1/operator/feeds/fever/batches?batch=large&sequence=1&asOf=1';
  const body = 'x'.repeat(8 * 1024 ** 2);
  const { status, text } = await client.ask('POST', path, { body });
  expect([status, text]).toEqual([401, expect.stringContaining('signature_missing')]);
  expect((await client.ask('POST', '/api/v1/operator/rules', { body })).status).toBe(413);
});

describe('under a light load', () => {
  let load: LightLoad;

  beforeEach(() => {
    load = new LightLoad(client, place.posterToken, residents);
  });

  afterEach(() => load.end());

  /** Requests go on, and check-ins among them. */
  async function untilItGoesOn(): Promise<void> {
    const { answered, acknowledged } = load;
    const visits = acknowledged.length;
    await eventually(() => {
      expect(load.answered).toBeGreaterThan(answered + 20);
      expect(load.acknowledged.length).toBeGreaterThan(visits + 1);
    });
  }

  /** Strangers are sent to any process. */
  async function untilItAnswers({ url }: ServerRun): Promise<void> {
    const before = site.nginx.log().length;
    await eventually(async () => {
      await client.ask('GET', '/healthz');
      const lines = site.nginx.log().slice(before);
      expect(lines.map(({ process }) => process)).toContain(new URL(url).host);
    });
  }

  async function expectNothingLost(): Promise<void> {
    await load.end();
    expect(load.failures).toEqual([]);
    expect(await passageIds()).toEqual(expect.arrayContaining(load.acknowledged));
  }

  test('a process that is killed is missed by nobody', async () => {
    const [killed] = site.processes;
    await untilItGoesOn();
    await killed.kill();
    await untilItGoesOn();
    await killed.start();
    await untilItAnswers(killed);
    await expectNothingLost();
  });

  test('the processes restart one after the other, and no request fails', async () => {
    for (const one of site.processes) {
      await untilItGoesOn();
      await one.stop();
      await untilItGoesOn();
      await one.start();
      await untilItAnswers(one);
    }
    await expectNothingLost();
  });
});

// The last one: it ends the site.
test('when no process is there, nginx says so as the API would, and the pages’ files go on', async () => {
  const { text } = await client.ask('GET', '/m/');
  const [, file = ''] = /src="(\/m\/[^"]+\.js)"/.exec(text) ?? [];
  await Promise.all(site.processes.map((one) => one.stop()));
  const [status, message, messageEn] = errorTexts.unavailable;
  const away = await client.ask('POST', '/api/v1/visits', { body: visitOf(place.posterToken) });
  expect(away.status).toBe(status);
  expect(Number(away.headers['retry-after'])).toBeGreaterThan(1);
  expect(JSON.parse(away.text)).toEqual({
    error: { code: 'unavailable', message, messageEn, requestId: away.headers['x-request-id'] },
  });
  expect((await client.ask('GET', file)).status).toBe(200);
  // What nginx wrote about all of this names requests, and neither people nor places.
  await site.nginx.stop();
  const written = JSON.stringify(site.nginx.log());
  expect(written).toContain(away.headers['x-request-id']);
  expect(written).not.toContain(address);
  expect(written).not.toMatch(/\/(api|admin|m)\b/);
});
