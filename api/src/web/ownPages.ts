import { readDemoFile } from '../base/demoFile';
import type { Http } from './http';
import { apiPrefix } from './mountRoutes';
import { apiDocsPage } from './pages/apiDocs';
import { landingPage } from './pages/landing';
import type { Route } from './route';

/** The pages and documents that the API writes itself. */
export function ownPages(routes: readonly Route[], describe: () => object) {
  let openApi: object | undefined;

  return async (http: Http, next: () => Promise<unknown>): Promise<void> => {
    const { settings, config } = http.services;
    const { name, operator, hotline } = config.brand;
    if (http.method !== 'GET' && http.method !== 'HEAD') {
      await next();
    } else if (http.path === '/') {
      const demo = settings.mode === 'demo' ? readDemoFile(settings.varDir) : undefined;
      http.type = 'html';
      http.body = landingPage({ name, operator, hotline, demo });
    } else if (http.path === '/api/docs') {
      http.type = 'html';
      http.body = apiDocsPage(name, routes, settings.mode === 'demo');
    } else if (http.path === `${apiPrefix}/openapi.json`) {
      // Made for the first who asks: it takes longer than everything else at the start.
      openApi ??= describe();
      http.body = openApi;
    } else if (http.path === '/favicon.ico') {
      http.status = 204;
    } else {
      await next();
    }
  };
}
