import { createCipheriv, createSign, createVerify, generateKeyPairSync, randomBytes } from 'node:crypto';

import { OutsideServer, type OutsideAnswer, type OutsideRequest } from './outsideServer';

/** What the gateway says, and how it is wrong. */
export type AlipayMood =
  | 'openId'
  | 'userId'
  | 'oddSpacing'
  | 'codeInvalid'
  | 'busy'
  | 'limited'
  | 'noPermission'
  | 'unsignedRefusal'
  | 'signedByOther'
  | 'tampered'
  | 'unsigned'
  | 'twoNodes'
  | 'otherMethod'
  | 'noAccount';

const common = ['app_id', 'charset', 'format', 'method', 'sign', 'sign_type', 'timestamp', 'version'];

/** Alipay's open gateway for one app: checks the RSA2 signature with the app's public key and signs its answers. */
export class AlipayServer extends OutsideServer {
  readonly appId = '2021000000000001';

  /** The app's pair: we hold the private one, Alipay the public one. */
  readonly app = generateKeyPairSync('rsa', { modulusLength: 2048 });

  readonly alipay = generateKeyPairSync('rsa', { modulusLength: 2048 });

  readonly other = generateKeyPairSync('rsa', { modulusLength: 2048 });

  readonly aesKey = randomBytes(16);

  mood: AlipayMood = 'openId';

  /** ms: what Alipay's own clock says. */
  now = Date.now();

  override reset(): void {
    super.reset();
    this.mood = 'openId';
    this.now = Date.now();
  }

  /** What `my.getPhoneNumber` gives to a client: the text of `res.response`. */
  phoneAnswer(content: object, changes: { sign?: string; response?: string } = {}): string {
    const cipher = createCipheriv('aes-128-cbc', this.aesKey, Buffer.alloc(16));
    const response = cipher.update(JSON.stringify(content), 'utf8', 'base64') + cipher.final('base64');

    return JSON.stringify({ response, sign: this.sign(`"${response}"`), ...changes });
  }

  sign(content: string, key = this.alipay.privateKey): string {
    return createSign('sha256').update(content, 'utf8').sign(key, 'base64');
  }

  protected answer(request: OutsideRequest): OutsideAnswer {
    this.checkRequest(request);

    return { body: this.gatewayAnswer() };
  }

  private checkRequest({ method, path, query, headers, body }: OutsideRequest): void {
    const form = new URLSearchParams(body);
    const all = new Map([...query, ...form]);
    this.expect(method === 'POST' && path === '/gateway.do', 'POST to gateway.do');
    this.expect(
      headers['content-type'] === 'application/x-www-form-urlencoded;charset=utf-8',
      'content type is a form',
    );
    this.expect(
      [...query.keys()].sort().join() === common.join(),
      `common parameters: ${[...query.keys()].join()}`,
    );
    this.expect([...form.keys()].sort().join() === 'code,grant_type', 'parameters of the method');
    this.expect(all.get('app_id') === this.appId, 'app_id');
    this.expect(all.get('method') === 'alipay.system.oauth.token', 'method');
    this.expect(all.get('grant_type') === 'authorization_code', 'grant_type');
    this.expect(
      `${all.get('format')} ${all.get('charset')} ${all.get('version')}` === 'JSON utf-8 1.0',
      'formats',
    );
    this.checkTime(all.get('timestamp') ?? '');
    this.checkSign(all);
  }

  /** `yyyy-MM-dd HH:mm:ss` of GMT+8. */
  private checkTime(timestamp: string): void {
    const isForm = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(timestamp);
    const at = Date.parse(`${timestamp.replace(' ', 'T')}+08:00`);
    this.expect(isForm && Math.abs(at - this.now) < 60_000, `timestamp: ${timestamp}`);
  }

  private checkSign(all: Map<string, string>): void {
    const verifier = createVerify('sha256');
    const names = [...all.keys()].filter((name) => name !== 'sign').sort();
    verifier.update(names.map((name) => `${name}=${all.get(name)}`).join('&'), 'utf8');
    this.expect(all.get('sign_type') === 'RSA2', 'sign_type');
    this.expect(
      verifier.verify(this.app.publicKey, all.get('sign') ?? '', 'base64'),
      'signature of the request',
    );
  }

  private gatewayAnswer(): string {
    const name = 'alipay_system_oauth_token_response';
    const ok =
      '{"access_token":"a{\\"}b","open_id":"open-1","expires_in":1296000,"auth_start":"2026-03-20 10:00:00"}';
    const refusal = (code: string, subCode: string) =>
      this.envelope(
        'error_response',
        `{"code":"${code}","msg":"no","sub_code":"${subCode}","sub_msg":"授权码code无效"}`,
      );
    const answers: Record<AlipayMood, () => string> = {
      openId: () => this.envelope(name, ok),
      userId: () => this.envelope(name, '{"user_id":"2088000000000001","access_token":"a"}'),
      oddSpacing: () =>
        `{ "sign" : "${this.sign('{ "open_id" : "开放" }')}" ,\n "${name}" : { "open_id" : "开放" } }`,
      codeInvalid: () => refusal('40002', 'isv.code-invalid'),
      busy: () => refusal('20000', 'isp.unknow-error'),
      limited: () => refusal('40005', 'isv.app-call-limited'),
      noPermission: () =>
        this.envelope(name, '{"code":"40006","msg":"no","sub_code":"isv.insufficient-isv-permissions"}'),
      unsignedRefusal: () => '{"error_response":{"code":"40002","msg":"no","sub_code":"isv.invalid-app-id"}}',
      signedByOther: () => `{"${name}":${ok},"sign":"${this.sign(ok, this.other.privateKey)}"}`,
      tampered: () => this.envelope(name, ok).replace('open-1', 'open-2'),
      unsigned: () => `{"${name}":${ok}}`,
      twoNodes: () => this.envelope(name, ok).replace('{', `{"${name}":{"open_id":"open-2"},`),
      otherMethod: () => this.envelope('alipay_trade_pay_response', ok),
      noAccount: () => this.envelope(name, '{"access_token":"a"}'),
    };

    return answers[this.mood]();
  }

  private envelope(name: string, node: string): string {
    return `{"${name}":${node},"sign":"${this.sign(node)}"}`;
  }
}
