import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';

import helmet from 'helmet';

import type { Settings } from '../base/settings';
import type { Http } from './http';

type Helmet = ReturnType<typeof helmet>;

function transport(isHttps: boolean) {
  return isHttps ? { maxAge: 31_536_000 } : false;
}

/** For pages: no inline script anywhere; styles may be inline, since antd makes them at run time. */
function ofPages(isHttps: boolean): Helmet {
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
    strictTransportSecurity: transport(isHttps),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/**
 * For what programs read: nothing in it may run or be framed, whatever a browser takes it for. Headers that only mean
 * something to a page are left out, as OWASP's REST Security Cheat Sheet does: they are longer than most answers.
 */
function ofAnswers(isHttps: boolean): Helmet {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: transport(isHttps),
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: { action: 'deny' },
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}

/** The headers are the same for every answer of a kind: helmet is asked for them once. */
function headersOf(chosen: Helmet): [string, string][] {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  chosen(request, response, () => undefined);

  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}

/** What every answer of the API carries. */
export function answerHeaders({ origin }: Settings): [string, string][] {
  return headersOf(ofAnswers(origin.startsWith('https://')));
}

/** Sets what keeps browsers from doing what no page of ours needs. */
export function secureHeaders(settings: Settings, isAnswer: (path: string) => boolean) {
  const pages = headersOf(ofPages(settings.origin.startsWith('https://')));
  const answers = answerHeaders(settings);

  return (http: Http, next: () => Promise<unknown>): Promise<unknown> => {
    for (const [name, value] of isAnswer(http.path) ? answers : pages) {
      http.res.setHeader(name, value);
    }

    return next();
  };
}
