import supertest from 'supertest';

import type { TestApi } from './testApi';

/** A browser on one of our pages: it keeps cookies and names its program and its origin. */
export function openBrowser({ url }: TestApi, client: 'h5' | 'admin', origin = url) {
  return supertest.agent(url).set({ 'x-anxing-client': client, origin });
}
