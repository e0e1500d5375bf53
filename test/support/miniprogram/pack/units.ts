/** `100rpx` is the width of the screen by 7.5; `100vh` is the height of the window under the title bar, not of the screen. */
export function toCssUnits(css: string): string {
  return css
    .replace(/(-?\d*\.?\d+)rpx\b/g, 'calc($1 * 100vw / 750)')
    .replace(/(-?\d*\.?\d+)vh\b/g, 'calc($1 * var(--window-height) / 100)')
    .replace(/env\(safe-area-inset-bottom[^)]*\)/g, 'var(--safe-bottom)')
    .replace(/env\(safe-area-inset-(?:top|left|right)[^)]*\)/g, '0px');
}
