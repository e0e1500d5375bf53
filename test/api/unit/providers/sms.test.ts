import { LiveSms } from '../../../../api/src/providers/sms/live';
import { itSurvivesEveryLineFault } from '../../../support/outside/lineFaults';
import { SmsServer } from '../../../support/outside/smsServer';

const server = new SmsServer();
const clock = { now: () => Date.now() };

const client = (changes: { secretId?: string; secretKey?: string } = {}, now = clock) =>
  new LiveSms(
    {
      secretId: server.secretId,
      secretKey: server.secretKey,
      sdkAppId: server.sdkAppId,
      signName: server.signName,
      templates: { code: server.templateId },
      url: server.url,
      ...changes,
    },
    now,
    1_000,
  );

const send = (sms = client()) => sms.send('13800000001', 'code', ['123456', '5']);

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(() => server.reset());
afterEach(() => expect(server.breaches).toEqual([]));

describe('sending a message', () => {
  it('hands phone, template and values to the operator, once', async () => {
    expect(await send()).toEqual({ ok: true });
    expect(server.requests).toHaveLength(1);
    expect(server.lastParams()).toMatchObject({
      PhoneNumberSet: ['+8613800000001'],
      TemplateParamSet: ['123456', '5'],
    });
  });

  it.each([
    ['InvalidParameterValue.IncorrectPhoneNumber', 'refused'],
    ['FailedOperation.PhoneNumberInBlacklist', 'refused'],
    ['UnsupportedOperation.UnsupportedRegion', 'refused'],
    ['LimitExceeded.PhoneNumberDailyLimit', 'tooFrequent'],
    ['LimitExceeded.PhoneNumberThirtySecondLimit', 'tooFrequent'],
    ['InternalError.Timeout', 'busy'],
  ])('says of the status %s: %s', async (status, reason) => {
    server.status = status;

    expect(await send()).toEqual({ ok: false, reason });
  });

  it('says the same when the whole call fails with such a code', async () => {
    server.error = 'RequestLimitExceeded';

    expect(await send()).toEqual({ ok: false, reason: 'busy' });
  });

  it.each([
    'FailedOperation.TemplateIncorrectOrUnapproved',
    'FailedOperation.InsufficientBalanceInSmsPackage',
    'UnauthorizedOperation.SmsSdkAppIdVerifyFail',
  ])('calls %s ours to mend', async (error) => {
    server.error = error;

    await expect(send()).rejects.toMatchObject({
      fault: 'misconfigured',
      status: 503,
      message: expect.stringContaining(error),
    });
  });

  it.each([
    [{ secretId: 'AKIDother' }, 'AuthFailure.SecretIdNotFound'],
    [{ secretKey: 'other' }, 'AuthFailure.SignatureFailure'],
  ])('is refused with wrong credentials: %o', async (changes, code) => {
    await expect(send(client(changes))).rejects.toThrow(code);
  });

  it('is refused when our clock is more than five minutes off', async () => {
    const slow = { now: () => Date.now() - 301_000 };

    await expect(send(client({}, slow))).rejects.toThrow('AuthFailure.SignatureExpire');
  });

  itSurvivesEveryLineFault(
    () => server,
    () => send(),
  );
});
