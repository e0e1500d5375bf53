import { apiPrefix } from './mountRoutes';

/** What goes last when there is more to do than can be done; the first is the last to be refused. */
export const priorities = ['code', 'checkIn', 'door', 'admin', 'export'] as const;
export type Priority = (typeof priorities)[number];

interface Rule {
  priority: Priority;
  /** `METHOD /path` below /api/v1. */
  paths: RegExp;
}

/** The first that fits counts; what nobody waits for at a door is `admin`. */
const rules: readonly Rule[] = [
  { priority: 'code', paths: /^(GET \/me\/code|POST \/me\/code\/renewals)$/ },
  // Who has no session or code yet stands at the door as well.
  { priority: 'checkIn', paths: /^POST \/(visits|sessions|sessions\/refresh|me\/code)$/ },
  { priority: 'checkIn', paths: /^GET \/posters\// },
  { priority: 'door', paths: /^\w+ \/(scans|device|unit\/duties)\b/ },
  { priority: 'door', paths: /^\w+ \/(me|sms-codes|sessions|config)\b/ },
  { priority: 'export', paths: /^\w+ \/unit\/(jobs|posters\.|transfers|passages\/export)/ },
  { priority: 'export', paths: /^GET \/.*\.(pdf|png|svg|csv|xlsx)$/ },
  { priority: 'admin', paths: /./ },
];

/** Of a request's method and address; undefined for pages, files and what machines ask, which are never refused. */
export function priorityOf(method: string, url: string): Priority | undefined {
  if (!url.startsWith(`${apiPrefix}/`)) {
    return undefined;
  }
  const query = url.indexOf('?');
  const place = `${method} ${url.slice(apiPrefix.length, query < 0 ? undefined : query)}`;

  return rules.find(({ paths }) => paths.test(place))?.priority;
}
