import { isPosterTokenForm } from './posterToken';

const posterPath = '/p/';
const encodedScheme = /^https?%3A%2F%2F/i;
/** Longer than any origin a poster could carry. */
const textMax = 300;

/**
 * The text inside a poster's QR code.
 * @param origin scheme and host without a closing slash; https, or http for a demo on the own machine
 */
export function posterLink(origin: string, token: string): string {
  return `${origin}${posterPath}${token}`;
}

/**
 * The token in whatever a phone hands over: the token itself, the poster's link, or the link percent-encoded once
 * (WeChat's `q`). The link must be spelled exactly as this house prints it, so that nothing needs to be parsed,
 * guessed or followed: another host, path, query or fragment is refused.
 * @param allowedOrigins the origins that posters in use were printed with
 * @returns undefined when there is no token in it
 */
export function posterTokenFromText(text: string, allowedOrigins: readonly string[]): string | undefined {
  const trimmed = text.length > textMax ? '' : text.trim();
  if (isPosterTokenForm(trimmed)) {
    return trimmed;
  }
  const link = encodedScheme.test(trimmed) ? decodedOnce(trimmed) : trimmed;
  const origin = allowedOrigins.find((allowed) => link.startsWith(allowed + posterPath));
  if (origin === undefined) {
    return undefined;
  }
  const token = link.slice(origin.length + posterPath.length);

  return isPosterTokenForm(token) ? token : undefined;
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
