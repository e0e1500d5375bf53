import { StartRefused } from '../../../../api/src/base/errors';
import { LiveNational } from '../../../../api/src/providers/national/live';
import type { NationalSettings } from '../../../../api/src/providers/national/national';
import { NationalStandIn } from '../../../../api/src/providers/national/standIn';
import { itSurvivesEveryLineFault } from '../../../support/outside/lineFaults';
import { NationalServer } from '../../../support/outside/nationalServer';

const server = new NationalServer();
const clock = { now: () => server.now };
const person = { idType: 'passport', idNumber: 'E12345678', name: '示例' } as const;

const client = (changes: Partial<NationalSettings> = {}) =>
  new LiveNational(
    { appId: server.appId, secret: server.secret, url: `${server.url}/exchange`, ...changes },
    clock,
    1_000,
  );

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => server.reset());

describe('a scanned code', () => {
  afterEach(() => expect(server.breaches).toEqual([]));

  it('is asked for with a signature, and tells whose it is', async () => {
    expect(await client().resolve('code-1 +&=中')).toEqual({
      ok: true,
      idType: 'resident',
      idNumber: '350102199003078515',
      name: '王小明',
      colour: 'yellow',
      province: '420000',
      statedAt: server.now - 60_000,
    });
    expect(server.lastQuestion()).toEqual({ content: 'code-1 +&=中' });
  });

  it.each([
    ['00', 'green'],
    ['01', 'yellow'],
    ['10', 'red'],
    ['11', 'unknown'],
  ])('says of status %s: %s', async (status, colour) => {
    server.data = { ...server.data, status };

    expect(await client().resolve('code-1')).toMatchObject({ ok: true, colour });
  });

  it('of a document that is not known here has no kind', async () => {
    server.data = { ...server.data, certType: '99' };

    expect(await client().resolve('code-1')).toMatchObject({ ok: true, idType: undefined });
  });

  it.each([
    ['1001', 'refused'],
    ['9001', 'busy'],
  ])('is not believed with the code %s: %s', async (code, reason) => {
    server.code = code;

    expect(await client().resolve('code-1')).toEqual({ ok: false, reason });
  });

  it.each([
    ['the wrong account', '2001', {}, 'misconfigured'],
    ['an answer about somebody else', '1002', {}, 'misconfigured'],
    ['no holder', '0', { certNo: undefined }, 'malformed'],
    ['no province', '0', { region: '湖北' }, 'malformed'],
    ['what is yet to come', '0', { statusTime: Date.now() + 3_600_000 }, 'malformed'],
  ])('is unavailable with %s', async (_what, code, changes, fault) => {
    server.code = code;
    server.data = { ...server.data, ...changes };

    await expect(client().resolve('code-1')).rejects.toMatchObject({
      fault,
      status: 503,
      provider: 'national',
    });
  });

  itSurvivesEveryLineFault(
    () => server,
    () => client().resolve('code-1'),
  );
});

describe('looking somebody up', () => {
  afterEach(() => expect(server.breaches).toEqual([]));

  it('tells kind, number and name of the document', async () => {
    expect(await client().lookUp(person)).toEqual({
      ok: true,
      colour: 'yellow',
      province: '420000',
      statedAt: server.now - 60_000,
    });
    expect(server.lastQuestion()).toEqual({ certType: '20', certNo: 'E12345678', name: '示例' });
  });

  it.each([
    ['1002', 'notFound'],
    ['9001', 'busy'],
  ])('says of the code %s: %s', async (code, reason) => {
    server.code = code;
    server.data = null;

    expect(await client().lookUp(person)).toEqual({ ok: false, reason });
  });

  itSurvivesEveryLineFault(
    () => server,
    () => client().lookUp(person),
  );
});

it('the server would notice another secret, and an old time', async () => {
  await client({ secret: 'other' }).lookUp(person);
  expect(server.breaches).toEqual(['x-signature']);
  server.reset();
  server.now += 600_000;
  await new LiveNational(
    { appId: server.appId, secret: server.secret, url: `${server.url}/exchange` },
    { now: () => server.now - 600_000 },
    1_000,
  ).lookUp(person);
  expect(server.breaches).toEqual(['x-timestamp']);
});

it('an address that is none stops the start', () => {
  expect(() => client({ url: 'nonsense' })).toThrow(StartRefused);
});

describe('the stand-in', () => {
  const standIn = () => new NationalStandIn(clock, 20);
  const code = 'GK:red:420000:resident:350102199003078515';

  it('reads codes of its own form, and no other', async () => {
    expect(await standIn().resolve(code)).toMatchObject({
      ok: true,
      idType: 'resident',
      idNumber: '350102199003078515',
      colour: 'red',
      province: '420000',
    });
    for (const other of ['', 'AX1:x', 'GK:blue:420000:resident:1', `${code} `]) {
      expect(await standIn().resolve(other)).toEqual({ ok: false, reason: 'refused' });
    }
  });

  it('knows of whom it was told', async () => {
    const national = standIn();
    national.tell(person.idNumber, { colour: 'yellow', province: '420000' });

    expect(await national.lookUp(person)).toEqual({
      ok: true,
      colour: 'yellow',
      province: '420000',
      statedAt: server.now,
    });
    expect(await national.lookUp({ ...person, idNumber: 'E1' })).toEqual({ ok: false, reason: 'notFound' });
  });

  it('says no, later and nothing at all when told to', async () => {
    const national = standIn();
    national.behave('350102199003078515', 'no');
    expect(await national.resolve(code)).toEqual({ ok: false, reason: 'refused' });
    national.behave('350102199003078515', 'later');
    expect(await national.resolve(code)).toEqual({ ok: false, reason: 'busy' });
    national.behave('*', 'silent');
    await expect(national.lookUp(person)).rejects.toMatchObject({ fault: 'timeout', status: 503 });
  });
});
