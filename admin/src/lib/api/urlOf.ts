export type Query = Record<string, string | number | boolean | undefined>;

const prefix = '/api/v1/';

/** The address of a path below the API; what is undefined or empty is left out of the query. */
export function urlOf(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();

  return prefix + path + (text ? `?${text}` : '');
}
