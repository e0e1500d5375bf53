export const signInPath = '/sign-in';
export const firstPasswordPath = '/first-password';

const parameter = 'back';

/** A page's address that remembers where somebody wanted to go. */
export function withReturn(path: string, here: string): string {
  return here === '/' || here.startsWith(signInPath) || here.startsWith(firstPasswordPath)
    ? path
    : `${path}?${new URLSearchParams({ [parameter]: here }).toString()}`;
}

/** Where to go on to: a place of this site only, never an address somebody put into a link. */
export function returnOf(search: URLSearchParams): string {
  const back = search.get(parameter) ?? '/';

  return /^\/(?![/\\])/.test(back) ? back : '/';
}
