import { clientHeader } from '@anxing/contract/sessions';
import type { z } from 'zod';

import type { Answer } from './answer';
import { ApiError } from './apiError';
import { sendFile } from './sendFile';
import { urlOf, type Query } from './urlOf';

interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Query | undefined;
  body?: unknown;
  /** Sent as it is, instead of a body. */
  file?: Blob | undefined;
  /** Told while a file goes up, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined;
  /** Told when it has to wait for somebody to prove who is there. */
  onProofAsked?: (() => void) | undefined;
  signal?: AbortSignal | undefined;
}

type Options = Pick<Call, 'query' | 'signal'>;
type UploadOptions = Pick<Call, 'query' | 'signal' | 'onProgress' | 'onProofAsked'>;

function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** The media type that the API reads for the name of a file; a browser without a spreadsheet program knows none. */
function typeOf(file: Blob): string {
  return file.type || 'application/octet-stream';
}

function contentOf({ body, file }: Call): { type: string; content: BodyInit } | undefined {
  if (file) {
    return { type: typeOf(file), content: file };
  }

  return body === undefined ? undefined : { type: 'application/json', content: JSON.stringify(body) };
}

async function send(call: Call): Promise<Answer> {
  const { method, path, query, signal, file, onProgress } = call;
  const sent = contentOf(call);
  const headers: Record<string, string> = { [clientHeader]: 'admin', accept: 'application/json' };
  if (sent) {
    headers['content-type'] = sent.type;
  }
  try {
    if (file && onProgress) {
      return await sendFile(urlOf(path, query), { headers, file, signal, onProgress });
    }

    return await fetch(urlOf(path, query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(sent ? { body: sent.content } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    throw isAborted(error) ? error : ApiError.noAnswer();
  }
}

async function read<S extends z.ZodType>(response: Answer, schema: S): Promise<z.output<S>> {
  const answer = schema.safeParse(await response.json().catch(() => undefined));
  if (!answer.success) {
    throw ApiError.unreadable();
  }

  return answer.data;
}

/**
 * Calls the API with the browser's cookies. An expired session is renewed once for all calls that notice it at the
 * same time, and the calls are repeated once. So are those that wait for somebody to prove who is there.
 */
export class ApiClient {
  /** Answers whether it was proven who is there; the page sets it. */
  askForProof: (() => Promise<boolean>) | undefined;

  private proving: Promise<boolean> | undefined;
  private renewing: Promise<void> | undefined;
  private renewals = 0;

  /** Throws ApiError for every answer that is not 2xx or does not match the schema. */
  async get<S extends z.ZodType>(path: string, schema: S, options: Options = {}): Promise<z.output<S>> {
    return read(await this.call({ method: 'GET', path, ...options }), schema);
  }

  async post<S extends z.ZodType>(
    path: string,
    body: unknown,
    schema: S,
    { signal }: Pick<Options, 'signal'> = {},
  ): Promise<z.output<S>> {
    return read(await this.call({ method: 'POST', path, body, signal }), schema);
  }

  /** Sends a file as it is. */
  async upload<S extends z.ZodType>(
    path: string,
    file: Blob,
    schema: S,
    options: UploadOptions = {},
  ): Promise<z.output<S>> {
    return read(await this.call({ method: 'POST', path, file, ...options }), schema);
  }

  /** A change that is answered with nothing. */
  async tell(path: string, body: unknown = {}): Promise<void> {
    await this.call({ method: 'POST', path, body });
  }

  async patch<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.output<S>> {
    return read(await this.call({ method: 'PATCH', path, body }), schema);
  }

  async put(path: string, body: unknown): Promise<void> {
    await this.call({ method: 'PUT', path, body });
  }

  async delete(path: string): Promise<void> {
    await this.call({ method: 'DELETE', path });
  }

  async file(path: string, options: Options = {}): Promise<Blob> {
    const response = await this.call({ method: 'GET', path, ...options });

    return response.blob();
  }

  /** Signing in must not try to renew what is not there yet. */
  async signIn<S extends z.ZodType>(body: unknown, schema: S): Promise<z.output<S>> {
    const response = await send({ method: 'POST', path: 'sessions', body });
    if (!response.ok) {
      throw await ApiError.ofResponse(response);
    }

    return read(response, schema);
  }

  private async call(call: Call): Promise<Answer> {
    try {
      return await this.callAsSignedIn(call);
    } catch (error) {
      const needsProof = error instanceof ApiError && error.is('proof_required');
      if (!needsProof) {
        throw error;
      }
      call.onProofAsked?.();
      if (!(await this.prove())) {
        throw error;
      }

      return this.callAsSignedIn(call);
    }
  }

  /** One dialog for all calls that wait for it. */
  private prove(): Promise<boolean> {
    this.proving ??= (this.askForProof?.() ?? Promise.resolve(false)).finally(() => {
      this.proving = undefined;
    });

    return this.proving;
  }

  private async callAsSignedIn(call: Call): Promise<Answer> {
    const renewalsBefore = this.renewals;
    const response = await send(call);
    if (response.ok) {
      return response;
    }
    const error = await ApiError.ofResponse(response);
    if (!error.isSignedOut) {
      throw error;
    }
    if (this.renewals === renewalsBefore) {
      await this.renew();
    }

    return this.repeat(call);
  }

  private async repeat(call: Call): Promise<Answer> {
    const response = await send(call);
    if (!response.ok) {
      throw await ApiError.ofResponse(response);
    }

    return response;
  }

  private renew(): Promise<void> {
    this.renewing ??= this.askForRenewal().finally(() => {
      this.renewing = undefined;
    });

    return this.renewing;
  }

  private async askForRenewal(): Promise<void> {
    const response = await send({ method: 'POST', path: 'sessions/refresh', body: {} });
    if (!response.ok) {
      throw await ApiError.ofResponse(response);
    }
    this.renewals += 1;
  }
}

export const api = new ApiClient();
