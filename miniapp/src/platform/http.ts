import Taro from '@tarojs/taro';

export interface HttpRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
  /** ms */
  timeout: number;
}

/** An answer of any status, the same on every platform. */
export interface HttpAnswer {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: unknown;
}

/** No answer came: the phone is offline, the server out of reach, or the time was up. */
export class NoAnswer extends Error {
  readonly isTimeout: boolean;

  constructor(isTimeout: boolean) {
    super(isTimeout ? 'timeout' : 'unreachable');
    this.isTimeout = isTimeout;
  }
}

type Raw = Record<string, unknown>;

function plainHeaders(headers: unknown): Record<string, string> {
  const entries = headers && typeof headers === 'object' ? Object.entries(headers) : [];

  return Object.fromEntries(
    entries.map(([name, value]) => [name.toLowerCase(), String(Array.isArray(value) ? value[0] : value)]),
  );
}

function parsedBody(data: unknown): unknown {
  if (typeof data !== 'string') {
    return data ?? null;
  }
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** WeChat and browsers say `statusCode` and `header`, Alipay `status` and `headers`. */
function answerOf(raw: Raw): HttpAnswer | undefined {
  const status = Number(raw.statusCode ?? raw.status);
  if (!Number.isInteger(status) || status < 100) {
    return undefined;
  }

  return { status, headers: plainHeaders(raw.header ?? raw.headers), body: parsedBody(raw.data) };
}

/** Alipay reports every answer that is not 2xx as a failure (error 19), with the answer inside. */
function answerInFailure(failure: Raw): HttpAnswer | undefined {
  const answer = answerOf(failure);
  if (answer) {
    return answer;
  }
  const body = parsedBody(failure.data);
  const isErrorBody = Boolean(body && typeof body === 'object' && 'error' in body);

  return isErrorBody ? { status: 400, headers: plainHeaders(failure.headers), body } : undefined;
}

function isTimeout(failure: Raw): boolean {
  return (
    failure.error === 13 || /time(d )?\s?out|超时/i.test(String(failure.errMsg ?? failure.errorMessage ?? ''))
  );
}

function platformRequest(request: HttpRequest) {
  return Taro.request({
    url: request.url,
    method: request.method,
    header: request.headers,
    data: request.body === undefined ? undefined : JSON.stringify(request.body),
    timeout: request.timeout,
    credentials: 'include',
  });
}

/**
 * Sends one request.
 * @returns the answer, whatever its status
 * @throws NoAnswer
 */
export async function sendHttp(request: HttpRequest): Promise<HttpAnswer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(true)), request.timeout);
  });
  try {
    const raw: unknown = await Promise.race([platformRequest(request), timeUp]);
    const answer = answerOf(raw as Raw);
    if (!answer) {
      throw new NoAnswer(false);
    }

    return answer;
  } catch (cause) {
    if (cause instanceof NoAnswer) {
      throw cause;
    }
    const failure = (cause ?? {}) as Raw;
    const answer = answerInFailure(failure);
    if (answer) {
      return answer;
    }
    throw new NoAnswer(isTimeout(failure));
  } finally {
    clearTimeout(timer);
  }
}
