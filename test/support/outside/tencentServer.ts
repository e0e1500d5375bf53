import { createHash, createHmac } from 'node:crypto';

import { OutsideServer, type OutsideAnswer, type OutsideRequest } from './outsideServer';

const authorizationForm =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d\d-\d\d)\/(\w+)\/tc3_request, SignedHeaders=([a-z;-]+), Signature=([0-9a-f]{64})$/;

/** One service of Tencent Cloud's API 3.0: recomputes the TC3 signature from the headers that the client says it signed. */
export abstract class TencentServer extends OutsideServer {
  readonly secretId = 'AKIDtest0123456789';

  readonly secretKey = 'tencent-secret-of-the-test';

  protected abstract readonly service: string;

  protected abstract readonly version: string;

  /** The error code of the next answers. */
  error: string | undefined;

  /** ms: what Tencent's own clock says. */
  now = Date.now();

  override reset(): void {
    super.reset();
    this.error = undefined;
    this.now = Date.now();
  }

  /** The parameters of the last request. */
  lastParams(): Record<string, unknown> {
    return JSON.parse(this.requests.at(-1)?.body ?? '{}') as Record<string, unknown>;
  }

  protected abstract result(action: string, params: Record<string, unknown>): object;

  protected answer(request: OutsideRequest): OutsideAnswer {
    this.expect(request.method === 'POST' && request.path === '/', 'POST to /');
    this.expect(request.headers['content-type'] === 'application/json; charset=utf-8', 'content type');
    this.expect(request.headers['x-tc-version'] === this.version, 'X-TC-Version');
    const refused = this.error ?? this.authFailure(request);
    const action = String(request.headers['x-tc-action']);
    const answer = refused
      ? { Error: { Code: refused, Message: 'words that may quote 13800000001' } }
      : this.result(action, JSON.parse(request.body) as Record<string, unknown>);

    return { body: JSON.stringify({ Response: { ...answer, RequestId: 'request-1' } }) };
  }

  private authFailure(request: OutsideRequest): string | undefined {
    const found = authorizationForm.exec(request.headers.authorization ?? '');
    const [, id, date, service, signed = '', signature] = found ?? [];
    const timestamp = Number(request.headers['x-tc-timestamp']);

    if (!found || service !== this.service || !signed.split(';').includes('host')) {
      return 'AuthFailure.InvalidAuthorization';
    }

    if (id !== this.secretId) {
      return 'AuthFailure.SecretIdNotFound';
    }

    if (Math.abs(timestamp * 1000 - this.now) > 300_000 || date !== utcDate(timestamp)) {
      return 'AuthFailure.SignatureExpire';
    }

    return signature === this.signature(request, signed, date, timestamp)
      ? undefined
      : 'AuthFailure.SignatureFailure';
  }

  private signature(request: OutsideRequest, signed: string, date: string, timestamp: number): string {
    const lines = signed
      .split(';')
      .map((name) => `${name}:${String(request.headers[name]).trim().toLowerCase()}\n`);
    const canonical = `POST\n/\n\n${lines.join('')}\n${signed}\n${hash(request.body)}`;
    const content = `TC3-HMAC-SHA256\n${timestamp}\n${date}/${this.service}/tc3_request\n${hash(canonical)}`;
    let key: Buffer = Buffer.from(`TC3${this.secretKey}`);

    for (const part of [date, this.service, 'tc3_request']) {
      key = createHmac('sha256', key).update(part).digest();
    }

    return createHmac('sha256', key).update(content).digest('hex');
  }
}

function utcDate(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
