import { AppError } from '../base/errors';
import type { Http } from './http';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

function hasCredentials(http: Http): boolean {
  return Boolean(http.get('cookie')) && !http.get('authorization');
}

/** Browsers that bring cookies must call from our own pages: an unsafe method needs the own Origin. */
export function checkOrigin(http: Http): void {
  if (safe.has(http.method)) {
    return;
  }
  const origin = http.get('origin');
  if (!origin && !hasCredentials(http)) {
    return;
  }
  const { settings } = http.services;
  const isOwn = origin === settings.origin || (settings.mode === 'demo' && origin === `http://${http.host}`);
  if (!isOwn && hasCredentials(http)) {
    throw new AppError('origin_refused');
  }
}
