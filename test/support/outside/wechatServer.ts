import { OutsideServer, type OutsideAnswer, type OutsideRequest } from './outsideServer';

const json = (value: unknown): OutsideAnswer => ({ body: JSON.stringify(value) });

/** WeChat's server interface for one app, as its reference describes it. */
export class WechatServer extends OutsideServer {
  readonly appId = 'wx0123456789abcdef';

  readonly secret = 'wechat-secret-of-the-test';

  /** The error code of the next answers to a code; 0 = none. */
  errcode = 0;

  /** The error code of the next answers to the request for a token. */
  tokenErrcode = 0;

  phone: Record<string, unknown> = {};

  expiresIn = 7200;

  /** Only this token is good. */
  token = 'token-1';

  forced = 0;

  /** Refuses so many good tokens, as when WeChat has ended one before its time. */
  tokensRefused = 0;

  override reset(): void {
    super.reset();
    this.errcode = 0;
    this.tokenErrcode = 0;
    this.phone = {};
    this.expiresIn = 7200;
    this.token = 'token-1';
    this.forced = 0;
    this.tokensRefused = 0;
  }

  tokenRequests(): OutsideRequest[] {
    return this.requests.filter((request) => request.path === '/cgi-bin/stable_token');
  }

  protected answer(request: OutsideRequest): OutsideAnswer {
    switch (request.path) {
      case '/sns/jscode2session':
        return this.session(request);
      case '/cgi-bin/stable_token':
        return this.stableToken(request);
      case '/wxa/business/getuserphonenumber':
        return this.phoneNumber(request);
      default:
        this.expect(false, `no such path: ${request.path}`);
        return { status: 404, body: '' };
    }
  }

  private session({ method, query, body }: OutsideRequest): OutsideAnswer {
    this.expect(method === 'GET' && body === '', 'jscode2session is a GET without a body');
    this.expect(
      [...query.keys()].sort().join() === 'appid,grant_type,js_code,secret',
      `parameters of jscode2session: ${[...query.keys()].join()}`,
    );
    this.expect(query.get('grant_type') === 'authorization_code', 'grant_type');

    if (query.get('appid') !== this.appId) {
      return json({ errcode: 40013, errmsg: 'invalid appid' });
    }

    if (query.get('secret') !== this.secret) {
      return json({ errcode: 40125, errmsg: 'invalid appsecret' });
    }

    return this.errcode
      ? json({ errcode: this.errcode, errmsg: 'some words, hints and rid: 1234' })
      : json({ session_key: 'c2Vzc2lvbg==', openid: `openid-${query.get('js_code')}`, unionid: 'union-1' });
  }

  private stableToken(request: OutsideRequest): OutsideAnswer {
    const asked = this.jsonBody(request);
    this.expect(asked.grant_type === 'client_credential', 'grant_type of stable_token');
    this.expect(typeof asked.force_refresh === 'boolean', 'force_refresh is a boolean');

    if (asked.appid !== this.appId || asked.secret !== this.secret || this.tokenErrcode) {
      return json({ errcode: this.tokenErrcode || 40125, errmsg: 'invalid appsecret' });
    }

    if (asked.force_refresh) {
      this.forced += 1;
      this.token = `token-forced-${this.forced}`;
    }

    return json({ access_token: this.token, expires_in: this.expiresIn });
  }

  private phoneNumber(request: OutsideRequest): OutsideAnswer {
    const asked = this.jsonBody(request);
    this.expect(typeof asked.code === 'string', 'code of getuserphonenumber');
    this.expect([...request.query.keys()].join() === 'access_token', 'parameters of getuserphonenumber');

    if (this.tokensRefused > 0) {
      this.tokensRefused -= 1;
      return json({ errcode: 42001, errmsg: 'access_token expired' });
    }

    if (request.query.get('access_token') !== this.token) {
      return json({ errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' });
    }

    if (this.errcode) {
      return json({ errcode: this.errcode, errmsg: 'no' });
    }

    const watermark = { timestamp: 1_790_000_000, appid: this.appId };
    const info = { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86', watermark };

    return json({ errcode: 0, errmsg: 'ok', phone_info: { ...info, ...this.phone } });
  }

  private jsonBody({ method, headers, body }: OutsideRequest): Record<string, unknown> {
    this.expect(method === 'POST', 'is a POST');
    this.expect(headers['content-type'] === 'application/json', 'content type is JSON');

    return JSON.parse(body) as Record<string, unknown>;
  }
}
