function isReadable(text: string): boolean {
  try {
    decodeURI(text);

    return true;
  } catch {
    return false;
  }
}

/**
 * The router of H5 stops at an address that is no valid encoding (`%E0%`), before it can say that there is no such page.
 * @param instead the page to begin with then
 */
export function mendAddress(instead: string): void {
  if (process.env.TARO_ENV === 'h5' && !isReadable(window.location.hash)) {
    window.location.replace(`#/${instead}`);
  }
}
