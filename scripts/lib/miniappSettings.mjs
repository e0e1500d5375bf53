/**
 * What is compiled into the mini-programs and H5, as TARO_APP_* variables. Those that are set win; the others follow
 * from how the server is set: a build for production must not offer what a demo offers, and the mini-programs, which
 * have no address of their own, call the server's public origin.
 * @param {string} platform
 * @param {Record<string, string | undefined>} environment
 * @returns {Record<string, string>}
 */
export function miniappSettings(platform, environment = process.env) {
  const own = Object.entries(environment).filter(([name]) => name.startsWith('TARO_APP_'));
  const origin = environment.ANXING_ORIGIN;
  const derived = { TARO_APP_MODE: environment.ANXING_MODE || 'demo' };
  if (origin) {
    derived.TARO_APP_ORIGIN = [origin, environment.ANXING_POSTER_ORIGINS].filter(Boolean).join(',');
  }
  if (origin && platform !== 'h5') {
    derived.TARO_APP_API = origin;
  }

  return { ...derived, ...Object.fromEntries(own) };
}
