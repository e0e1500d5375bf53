import { Agent, request } from 'undici';

import { siteName } from './nginxFiles';

export interface SiteAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface Sending {
  body?: unknown;
  token?: string;
  headers?: Record<string, string>;
}

/** Somebody who comes to the site by its name, over TLS, from an address of his own. */
export class SiteClient {
  private readonly agent: Agent;

  private readonly origin: string;

  /** @param localAddress of this machine, 127.0.0.0/8 */
  constructor(port: number, certificate: string, localAddress = '127.0.0.1') {
    this.origin = `https://127.0.0.1:${port}`;
    this.agent = new Agent({
      localAddress,
      connect: { ca: certificate, servername: siteName },
    });
  }

  async ask(method: 'GET' | 'POST' | 'PUT', path: string, sending: Sending = {}): Promise<SiteAnswer> {
    const { body, token, headers = {} } = sending;
    const answer = await request(`${this.origin}${path}`, {
      dispatcher: this.agent,
      method,
      headers: {
        host: siteName,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });

    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
  }

  /** Calls the API. @throws unless it answers 2xx */
  async call<T>(method: 'GET' | 'POST' | 'PUT', path: string, sending: Sending = {}): Promise<T> {
    const { status, text } = await this.ask(method, `/api/v1/${path}`, sending);
    if (status >= 300) {
      throw new Error(`${method} ${path}: ${status} ${text}`);
    }

    return (text ? JSON.parse(text) : undefined) as T;
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }
}
