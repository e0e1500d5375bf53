import type { FakeApi } from './fake/fakeApi';
import type { FakeAnswer } from './fake/fakeAnswer';
import { fakeUploads } from './fakeUpload';

/** As much of a Response as the admin site reads. */
function responseOf({ status, headers, body }: FakeAnswer) {
  const text = body.toString();

  return {
    ok: status < 400,
    status,
    headers: { get: (name: string) => headers[name] ?? null },
    json: async () => JSON.parse(text) as unknown,
    text: async () => text,
    blob: async () => ({ size: text.length, text: async () => text }),
  };
}

/** Lets the page's fetch end at the fake API, a moment later, as over a network. */
export function connect(api: FakeApi): void {
  const fetch = async (url: string, init: RequestInit) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (init.signal?.aborted) {
      throw new DOMException('The call was given up', 'AbortError');
    }
    const { method = 'GET', headers, body } = init;
    const answer = api.handle({
      method,
      url,
      headers: headers as Record<string, string>,
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    });

    return responseOf(answer);
  };
  Object.assign(globalThis, { fetch, XMLHttpRequest: fakeUploads(api) });
}
