/** A row of `config/divisions.json`: six digits of GB/T 2260 with its name. */
export interface Division {
  code: string;
  name: string;
}

/** Municipalities, whose districts lie in the province at once. */
const municipalities = new Set(['11', '12', '31', '50']);

/** Counties that a province administers itself have these two digits in place of a city's. */
const provinceAdministered = '90';

export function isProvince(code: string): boolean {
  return code.endsWith('0000');
}

/**
 * A division and those above it by GB/T 2260, the nearest first: 350102 lies in 350100 and that in 350000. Of the 12
 * digits of a community the first six count.
 */
export function upwards(code: string): string[] {
  const county = code.slice(0, 6);
  const codes = [county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`];

  return [...new Set(codes)];
}

/** Whether a division is another one or lies in it; of the 12 digits of a community the first six count. */
export function liesIn(code: string, area: string): boolean {
  return upwards(code).includes(area.slice(0, 6));
}

/** The division in which another one lies; undefined for a province. */
function parentOf(code: string): string | undefined {
  if (isProvince(code)) {
    return undefined;
  }
  const isUnderProvince =
    code.endsWith('00') || municipalities.has(code.slice(0, 2)) || code.slice(2, 4) === provinceAdministered;

  return isUnderProvince ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`;
}

/** What is wrong with a table of divisions: each is there once, in order, and lies in one that is there. */
export function divisionProblems(list: readonly Division[]): string[] {
  const codes = new Set(list.map(({ code }) => code));

  return list.flatMap(({ code, name }, index) => {
    const before = list[index - 1]?.code ?? '';
    const parent = parentOf(code);

    return [
      ...(code <= before ? [`${code} ${name} comes after ${before}: the codes must rise`] : []),
      ...(parent !== undefined && !codes.has(parent)
        ? [`${code} ${name} lies in ${parent}, which is missing`]
        : []),
    ];
  });
}

/** The divisions that lie in another one at once: cities of a province, counties of a city. */
export function divisionsIn(list: readonly Division[], within: string): Division[] {
  return list.filter(({ code }) => parentOf(code) === within);
}

/** What most people choose from: every province, and all of the own one. */
export function nearDivisions(list: readonly Division[], own: string): Division[] {
  return list.filter(({ code }) => isProvince(code) || code.startsWith(own.slice(0, 2)));
}

export function divisionNamed(list: readonly Division[], code: string): Division | undefined {
  return list.find((division) => division.code === code.slice(0, 6));
}

/** 福建省福州市鼓楼区; what is not in the table is told by its code. */
export function fullName(list: readonly Division[], code: string): string {
  const names = upwards(code)
    .reverse()
    .flatMap((one) => divisionNamed(list, one)?.name ?? []);

  return divisionNamed(list, code) ? names.join('') : code;
}
