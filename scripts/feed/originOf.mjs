const thisMachine = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Where the platform is: records of people go over https, or do not leave this machine.
 * @returns {string | undefined} such as `https://host:port`; undefined for any other address
 */
export function originOf(text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    return undefined;
  }
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && thisMachine.has(url.hostname));

  return isSafe ? url.origin : undefined;
}
