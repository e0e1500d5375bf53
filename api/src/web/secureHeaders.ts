import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import helmet from 'helmet';

import type { Settings } from '../base/settings';
import type { Http } from './http';

/** No inline script anywhere; styles may be inline, since antd makes them at run time. */
function chosen(isHttps: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** The headers are the same for every answer: helmet is asked for them once. */
function headersOf(settings: Settings): [string, string][] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  chosen(settings.origin.startsWith('https://'))(request, response, () => undefined);

  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

/** Sets what keeps browsers from doing what no page of ours needs. */
export function secureHeaders(settings: Settings) {
  const headers = headersOf(settings);

  return (http: Http, next: () => Promise<unknown>): Promise<unknown> => {
    for (const [name, value] of headers) {
      http.res.setHeader(name, value);
    }

    return next();
  };
}
