import { launchQuery } from './launch';

/** A demo build may be pointed at another server by the launch parameter `api`; a production build never. */
function demoOverride(): string | undefined {
  const origin = process.env.TARO_APP_MODE === 'demo' ? launchQuery().api : undefined;

  return origin && /^https?:\/\/[\w.:[\]-]+$/.test(origin) ? origin : undefined;
}

/** Where the API answers, without a path; empty for the own origin. */
export function apiOrigin(): string {
  return demoOverride() ?? process.env.TARO_APP_API ?? '';
}

/** The origins whose poster links are ours: as built, the API's, and the page's own. */
export function posterOrigins(): string[] {
  const built = (process.env.TARO_APP_ORIGIN ?? '').split(',');
  const own = process.env.TARO_ENV === 'h5' ? [window.location.origin] : [];

  return [...built, apiOrigin(), ...own].map((origin) => origin.trim()).filter(Boolean);
}
