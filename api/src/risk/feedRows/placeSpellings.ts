import { inNumerals } from './chineseNumbers';
import { buildingEndings, communityName, numberedBuilding, plain, withoutEnding } from './placeNames';

/** Endings that people leave out or put behind a name. */
const usualEndings = ['', '小区', '社区', '住宅小区'];

const distinct = (texts: readonly string[]) => [...new Set(texts)];

/**
 * How a community may have been spelled when its spelling still was a part of its key, with letters and digits as everybody
 * has them: the spelling itself, and the usual ones.
 */
export function communitySpellings(text: string | undefined): string[] {
  const spelled = plain(text);
  const name = communityName(text);
  const counted = name.replaceAll(/\d+(?=期|区)/g, (number) => inNumerals(Number(number)) ?? number);
  const names = distinct([withoutEnding(spelled), name, counted]);

  return distinct([spelled, ...names.flatMap((one) => usualEndings.map((ending) => `${one}${ending}`))]);
}

function numberSpellings(name: string): string[] {
  const number = /^\d+$/.test(name) ? Number(name) : undefined;
  const inWords = number === undefined ? undefined : inNumerals(number);

  return [
    name,
    ...(number !== undefined && number < 10 ? [`0${name}`] : []),
    ...(inWords === undefined ? [] : [inWords]),
  ];
}

/** How a building may have been spelled then. @param community as it is spelled in the same row */
export function buildingSpellings(text: string | undefined, community: string | undefined): string[] {
  const numbered = numberedBuilding(text, community);
  if (!numbered) {
    return [plain(text)];
  }
  const names = numberSpellings(numbered.name);
  const usual = names.flatMap((name) =>
    ['', ...buildingEndings].map((ending) => `${numbered.before}${name}${ending}`),
  );

  return distinct([plain(text), ...usual]);
}
