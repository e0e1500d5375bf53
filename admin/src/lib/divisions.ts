import type { PublicConfig } from '@anxing/contract/publicConfig';

type Division = PublicConfig['divisions'][number];

/** The codes above a division by GB/T 2260: 350102 lies in 350100 and 350000. */
function above(code: string): string[] {
  return [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((one) => one !== code.slice(0, 6));
}

/** 省 / 市 / 县 in one line; an unknown code is told as it is. */
export function divisionName(divisions: readonly Division[], code: string): string {
  const nameOf = (wanted: string) => divisions.find((division) => division.code === wanted)?.name;
  const own = nameOf(code) ?? nameOf(code.slice(0, 6));
  const names = [...above(code).map(nameOf), own].filter((name) => name !== undefined);

  return own === undefined ? code : [...new Set(names)].join(' / ');
}

/** Whether a division is another one or lies in it. */
export function liesIn(code: string, area: string): boolean {
  return [...above(code), code.slice(0, 6)].includes(area.slice(0, 6));
}

/** @param all with those above the offered ones */
export function divisionOptions(
  offered: readonly Division[],
  all = offered,
): { value: string; label: string }[] {
  const names = new Map(all.map(({ code, name }) => [code, name]));

  return offered.map(({ code, name }) => ({
    value: code,
    label: [...above(code).flatMap((one) => names.get(one) ?? []), name].join(' / '),
  }));
}
