import { errors, request } from 'undici';
import type { z } from 'zod';

import { ProviderUnavailable, type OutsideFault } from './providerUnavailable';

const maxAnswerBytes = 1024 * 1024;

export interface OutsideCall {
  /** Both go into errors and logs, so neither holds anything of a person. */
  provider: string;
  call: string;
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** ms for the whole exchange, from connecting to the last byte. */
  timeoutMs: number;
}

/**
 * One exchange with an outside system: no retry, no redirect.
 * @returns the body of a 200 answer
 * @throws ProviderUnavailable for everything else. It carries no cause: those of undici and JSON quote what was sent.
 */
export async function callOutside(call: OutsideCall): Promise<string> {
  const unavailable = (fault: OutsideFault, detail?: string) =>
    new ProviderUnavailable(call.provider, call.call, fault, detail);
  const signal = AbortSignal.timeout(call.timeoutMs);

  try {
    const { method, headers, body } = call;
    const answer = await request(call.url, { method, headers, body, signal });

    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw unavailable('failed', `HTTP ${answer.statusCode}`);
    }

    return await readAll(answer.body, () => unavailable('malformed', 'answer too large'));
  } catch (error) {
    if (error instanceof ProviderUnavailable) {
      throw error;
    }

    throw signal.aborted ? unavailable('timeout') : unavailable(...faultOf(error));
  }
}

/** Reads an answer as JSON of an expected shape. @throws ProviderUnavailable when it is something else */
export function readAnswer<T>(
  call: { provider: string; call: string },
  text: string,
  schema: z.ZodType<T>,
): T {
  const parsed = schema.safeParse(jsonOf(text));

  if (!parsed.success) {
    throw new ProviderUnavailable(call.provider, call.call, 'malformed');
  }

  return parsed.data;
}

/** Undefined for what is not JSON: the parser's own error would quote it. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readAll(body: AsyncIterable<Buffer>, tooLarge: () => Error): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;

  for await (const chunk of body) {
    size += chunk.length;

    if (size > maxAnswerBytes) {
      throw tooLarge();
    }

    chunks.push(chunk);
  }

  return Buffer.concat(chunks).toString('utf8');
}

function faultOf(error: unknown): [OutsideFault, string?] {
  const isTimeout =
    error instanceof errors.ConnectTimeoutError || error instanceof errors.HeadersTimeoutError;

  return [isTimeout ? 'timeout' : 'unreachable', codeOf(error)];
}

/** Such as ECONNREFUSED or CERT_HAS_EXPIRED: enough to mend the line, and nothing of the request. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
