import { pointKindNames, pointKinds, type PointKind } from '@anxing/contract/points';

import type { ProvinceConfig } from '../../base/provinceConfig';

/** 福建省 / 福州市 / 仓山区, as the admin site tells a division. */
function divisionPath({ divisions }: ProvinceConfig, code: string): string {
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const names = [...new Set(above)].map((one) => divisions.find((division) => division.code === one)?.name);

  return names.filter(Boolean).join('/');
}

/** Full-width digits and letters as half-width ones, and no spaces. */
function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

/** A code as it is; of a name the code, or the name itself when none or several are called so. */
export function readDivision(config: ProvinceConfig, text: string): string {
  const sought = compact(text);
  if (/^\d+$/.test(sought)) {
    return sought;
  }
  const found = config.divisions.filter(
    ({ code, name }) => name === sought || divisionPath(config, code) === sought,
  );

  return found.length === 1 && found[0] ? found[0].code : text;
}

/** Its id, by id or name; what is no category stays as it is. */
export function readCategory({ categories }: ProvinceConfig, text: string): string {
  return categories.find(({ id, name }) => id === text || name === text)?.id ?? text;
}

/** A place unless told; 楼层 and 区域 mean the same. */
export function readKind(text: string): string {
  const sought = compact(text);
  const isNamed = (kind: PointKind) => {
    const name = compact(pointKindNames[kind]);

    return sought === kind || sought === name || name.split('/').includes(sought);
  };

  return sought === '' ? 'place' : (pointKinds.find(isNamed) ?? text);
}

/** Nothing, a number as people write it (`1,200`, `80人`), or the text when it is none. */
export function readNumber(text: string): number | null | string {
  const sought = compact(text)
    .replace(/人$/, '')
    .replace(/,(?=\d{3}(\D|$))/g, '');
  if (sought === '') {
    return null;
  }

  return /^-?\d{1,15}(\.\d+)?$/.test(sought) ? Number(sought) : text;
}
