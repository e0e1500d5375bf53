import type { Answer } from './answer';

export interface FileToSend {
  headers: Record<string, string>;
  file: Blob;
  signal?: AbortSignal | undefined;
  /** How much has gone up, from 0 to 1. */
  onProgress: (share: number) => void;
}

function answerOf(request: XMLHttpRequest): Answer {
  const { status, responseText } = request;

  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name) => request.getResponseHeader(name) },
    json: async () => JSON.parse(responseText) as unknown,
    blob: async () => new Blob([responseText]),
  };
}

/** Posts a file and tells how far it is, which fetch cannot. Throws when no answer comes. */
export function sendFile(url: string, { headers, file, signal, onProgress }: FileToSend): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => reject(new TypeError('The file could not be sent'));
    request.onabort = () => reject(new DOMException('The call was given up', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
