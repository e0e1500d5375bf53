/** Contrast ratio of two #rrggbb colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const lights = [luminance(one), luminance(other)].sort((a, b) => b - a);

  return ((lights[0] ?? 0) + 0.05) / ((lights[1] ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const red = linear(parseInt(colour.slice(1, 3), 16));
  const green = linear(parseInt(colour.slice(3, 5), 16));
  const blue = linear(parseInt(colour.slice(5, 7), 16));

  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const share = channel / 255;

  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
