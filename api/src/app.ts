import Koa from 'koa';

import type { Services } from './context';
import { allRoutes } from './routes/allRoutes';
import { handleErrors } from './web/handleErrors';
import { health } from './web/health';
import type { HttpApp, HttpContext, HttpState } from './web/http';
import { logRequests } from './web/logRequests';
import { apiPrefix, serveApi } from './web/mountRoutes';
import { describeApi } from './web/openApi';
import { ownPages } from './web/ownPages';
import { serveCheckFiles } from './web/checkFiles';
import { openPosterLinks } from './web/posterLinks';
import { servePrograms } from './web/programs';
import { secureHeaders } from './web/secureHeaders';
import { shortWay, type Handler } from './web/shortWay';
import { signAnswers } from './web/signAnswers';

/** What answers every request, over a built house. */
export function createApp(services: Services): Handler {
  return shortWay(services, allRoutes, longWay(services).callback());
}

function longWay(services: Services): HttpApp {
  const app = new Koa<HttpState, HttpContext>();
  app.context.services = services;
  app.silent = true;
  app.use(logRequests);
  app.use(signAnswers);
  app.use(handleErrors);
  app.use(secureHeaders(services.settings, (path) => path.startsWith(`${apiPrefix}/`)));
  app.use(serveApi(allRoutes));
  app.use(health);
  app.use(serveCheckFiles);
  app.use(openPosterLinks);
  app.use(ownPages(allRoutes, () => describeApi(allRoutes, services.config.brand.name)));
  app.use(servePrograms);

  return app;
}
