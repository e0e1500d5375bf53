import { createHash, createHmac } from 'node:crypto';

import { OutsideServer, type OutsideAnswer, type OutsideRequest } from './outsideServer';

const headersWanted = ['x-app-id', 'x-nonce', 'x-signature', 'x-timestamp'];

/** The national exchange as docs/integration assumes it: checks time, nonce and signature of every request. */
export class NationalServer extends OutsideServer {
  readonly appId = 'province-35';

  readonly secret = 'national-secret-of-the-test';

  /** ms: what the platform's own clock says. */
  now = Date.now();

  /** The code of the next answers. */
  code = '0';

  data: Record<string, unknown> | null = {};

  private readonly nonces = new Set<string>();

  override reset(): void {
    super.reset();
    this.now = Date.now();
    this.code = '0';
    this.nonces.clear();
    this.data = {
      certType: '10',
      certNo: '350102199003078515',
      name: '王小明',
      status: '01',
      region: '420000',
      statusTime: this.now - 60_000,
    };
  }

  lastQuestion(): Record<string, unknown> {
    return JSON.parse(this.requests.at(-1)?.body ?? '{}') as Record<string, unknown>;
  }

  protected answer(request: OutsideRequest): OutsideAnswer {
    this.expect(request.method === 'POST' && request.query.size === 0, 'POST without a query');
    this.expect(request.headers['content-type'] === 'application/json; charset=utf-8', 'content type');
    this.checkSignature(request);
    const fields = Object.keys(JSON.parse(request.body) as object)
      .sort()
      .join();
    const wanted = { '/exchange/code/verify': 'content', '/exchange/health/query': 'certNo,certType,name' };
    this.expect(wanted[request.path as keyof typeof wanted] === fields, `${request.path}: ${fields}`);

    return {
      body: JSON.stringify({ code: this.code, message: 'words that may quote 王小明', data: this.data }),
    };
  }

  private checkSignature({ headers, path, body }: OutsideRequest): void {
    const own = Object.keys(headers).filter((name) => name.startsWith('x-'));
    this.expect(own.sort().join() === headersWanted.join(), `headers: ${own.join()}`);
    const [timestamp, nonce] = [String(headers['x-timestamp']), String(headers['x-nonce'])];
    this.expect(headers['x-app-id'] === this.appId, 'x-app-id');
    this.expect(
      /^\d{13}$/.test(timestamp) && Math.abs(Number(timestamp) - this.now) < 300_000,
      'x-timestamp',
    );
    this.expect(nonce.length >= 16 && !this.nonces.has(nonce), 'x-nonce');
    this.nonces.add(nonce);
    const digest = createHash('sha256').update(body).digest('hex');
    const signature = createHmac('sha256', this.secret)
      .update(`POST\n${path}\n${timestamp}\n${nonce}\n${digest}`)
      .digest('base64');
    this.expect(headers['x-signature'] === signature, 'x-signature');
  }
}
