import type { ProvinceConfig } from '../../base/provinceConfig';
import type { BlindIndex } from '../../privacy/blindIndex';
import type { RowSurroundings } from './rowReader';

/** What rows of feeds are held against, from the house's configuration. @param now ms */
export function surroundingsOf(
  { index, config }: { index: BlindIndex; config: ProvinceConfig },
  now: number,
): RowSurroundings {
  const divisions = new Set(config.divisions.map(({ code }) => code));

  return {
    index,
    zone: config.brand.zone,
    now,
    knowsDivision: (code) => divisions.has(code.slice(0, 6)),
    drugCodes: new Set(config.drugCodes.codes.map(({ code }) => code)),
  };
}
