import type { IdentityClaim } from '../../../../api/src/providers/identity/identity';
import { LiveIdentity } from '../../../../api/src/providers/identity/live';
import { FaceIdServer } from '../../../support/outside/faceIdServer';
import { itSurvivesEveryLineFault } from '../../../support/outside/lineFaults';

const server = new FaceIdServer();
const clock = { now: () => Date.now() };
const claim: IdentityClaim = { idType: 'resident', name: '王小明', idNumber: '350102199003078515' };

const client = () =>
  new LiveIdentity(
    {
      secretId: server.secretId,
      secretKey: server.secretKey,
      ruleIds: server.ruleIds,
      redirectUrl: 'https://anxing.example/m/face',
      url: server.url,
    },
    clock,
    1_000,
  );

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => server.reset());
afterEach(() => expect(server.breaches).toEqual([]));

describe('matching name and number', () => {
  it.each([
    ['0', 'match'],
    ['-1', 'mismatch'],
    ['-2', 'mismatch'],
    ['-3', 'mismatch'],
    ['-5', 'unknown'],
    ['-7', 'unknown'],
  ])('says of result %s: %s', async (result, expected) => {
    server.match = result;

    expect(await client().matchIdentity(claim)).toBe(expected);
    expect(server.lastParams()).toEqual({ IdCard: claim.idNumber, Name: claim.name });
  });

  it.each(['-4', '-6'])('waits when the register is away: %s', async (result) => {
    server.match = result;

    await expect(client().matchIdentity(claim)).rejects.toMatchObject({ fault: 'failed', status: 503 });
  });

  it('leaves every other document to a counter, and asks nobody', async () => {
    expect(await client().matchIdentity({ ...claim, idType: 'passport', idNumber: 'E12345678' })).toBe(
      'unknown',
    );
    expect(server.requests).toEqual([]);
  });

  it('never takes an unpaid account for a mismatch', async () => {
    server.error = 'UnauthorizedOperation.Arrears';

    await expect(client().matchIdentity(claim)).rejects.toMatchObject({ fault: 'misconfigured' });
  });

  itSurvivesEveryLineFault(
    () => server,
    () => client().matchIdentity(claim),
  );
});

describe('the face check', () => {
  it('gives WeChat a ticket for its plugin, and the others a page', async () => {
    expect(await client().startFace({ ...claim, client: 'weapp' })).toEqual({
      ok: true,
      ticket: 'biz-token-1',
      url: null,
    });
    expect(await client().startFace({ ...claim, client: 'h5' })).toEqual({
      ok: true,
      ticket: 'h5.biz-token-2',
      url: server.pageUrl,
    });
    expect(server.lastParams()).toMatchObject({ RedirectUrl: 'https://anxing.example/m/face' });
  });

  it('does not start for a document that has no face on record', async () => {
    expect(await client().startFace({ ...claim, idType: 'foreignResident', client: 'h5' })).toEqual({
      ok: false,
      reason: 'unsupported',
    });
  });

  it('does not send people to a page that is missing or not https', async () => {
    for (const url of [null, 'http://open.weixin.qq.com/x']) {
      server.pageUrl = url;
      await expect(client().startFace({ ...claim, client: 'alipay' })).rejects.toMatchObject({
        fault: 'malformed',
      });
    }
  });

  it.each([
    ['InvalidParameterValue', 'refused'],
    ['InternalError', 'busy'],
  ])('says of %s: %s', async (error, reason) => {
    server.error = error;

    expect(await client().startFace({ ...claim, client: 'weapp' })).toEqual({ ok: false, reason });
  });

  it.each(['InvalidParameterValue.RuleIdNotExist', 'UnauthorizedOperation.Nonactivated'])(
    'calls %s ours to mend',
    async (error) => {
      server.error = error;

      await expect(client().startFace({ ...claim, client: 'weapp' })).rejects.toMatchObject({
        fault: 'misconfigured',
      });
    },
  );

  it.each(['biz-token-1', 'h5.biz-token-2'])('is pending until every field is told: %s', async (ticket) => {
    expect(await client().faceResult(ticket)).toBe('pending');
    server.text = null;
    expect(await client().faceResult(ticket)).toBe('pending');
  });

  it('passes with code 0 and fails with every other', async () => {
    server.text = { ErrCode: 0, IdCard: claim.idNumber, Name: claim.name };
    expect(await client().faceResult('biz-token-1', claim)).toBe('pass');
    server.text = { ErrCode: 1004, IdCard: claim.idNumber, Name: claim.name };
    expect(await client().faceResult('biz-token-1', claim)).toBe('fail');
  });

  it('fails when somebody else’s check is handed in', async () => {
    server.text = { ErrCode: 0, IdCard: '350102199003078523', Name: claim.name };
    expect(await client().faceResult('biz-token-1', claim)).toBe('fail');
    server.text = { ErrCode: 0 };
    expect(await client().faceResult('biz-token-1', claim)).toBe('fail');
  });

  it.each(['InvalidParameterValue.BizTokenExpired', 'InvalidParameterValue.BizTokenIllegal'])(
    'fails for a ticket that is too old or invented: %s',
    async (error) => {
      server.error = error;

      expect(await client().faceResult('biz-token-1')).toBe('fail');
    },
  );

  it('is not failed by Tencent being busy', async () => {
    server.error = 'InternalError';

    await expect(client().faceResult('biz-token-1')).rejects.toMatchObject({ fault: 'failed' });
  });

  itSurvivesEveryLineFault(
    () => server,
    () => client().faceResult('biz-token-1'),
  );
});
