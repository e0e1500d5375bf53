import { createHash, createHmac } from 'node:crypto';

export interface TencentCredentials {
  secretId: string;
  secretKey: string;
}

export interface Tc3Request {
  /** sms, faceid … */
  service: string;
  host: string;
  contentType: string;
  body: string;
  /** Seconds since 1970; Tencent refuses more than five minutes off. */
  timestamp: number;
}

const algorithm = 'TC3-HMAC-SHA256';
const signedHeaders = 'content-type;host';

/** The Authorization header of a POST to `/` (cloud.tencent.com/document/api/382/52071: 签名方法 v3). */
export function tc3Authorization(credentials: TencentCredentials, request: Tc3Request): string {
  const date = new Date(request.timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${request.service}/tc3_request`;
  const content = [algorithm, request.timestamp, scope, sha256(canonicalRequest(request))].join('\n');
  const signature = hmac(signingKey(credentials, date, request.service), content).toString('hex');

  return `${algorithm} Credential=${credentials.secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

function canonicalRequest({ contentType, host, body }: Tc3Request): string {
  const headers = `content-type:${contentType}\nhost:${host}\n`;

  return ['POST', '/', '', headers, signedHeaders, sha256(body)].join('\n');
}

/** The secret itself signs nothing but the day. */
function signingKey({ secretKey }: TencentCredentials, date: string, service: string): Buffer {
  return hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
