import type { Query } from '../../types';

export interface Place {
  path: string;
  query: Query;
}

/** Values stay as they were written: WeChat leaves decoding to the page. A name without `=` has the value 'undefined'. */
function parseQuery(text: string): Query {
  const pairs = text.split('&').filter(Boolean);

  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = 'undefined'] = pair.split('=');

      return [name, value];
    }),
  );
}

/** Reads a page's address: absolute with a slash, otherwise from the page that is open. */
export function parseAddress(url: string, openPath: string): Place {
  const [address = '', query = ''] = url.split('?');
  const { pathname } = new URL(address || '.', `http://package/${openPath}`);

  return {
    path: decodeURIComponent(pathname)
      .slice(1)
      .replace(/\.html$/, ''),
    query: parseQuery(query),
  };
}
