import { idNumberCheck, idNumberFault, normaliseIdNumber } from './idNumber';

/** The kinds of identity document, with the names people know. */
export const idTypes = {
  resident: '居民身份证',
  hkMacaoPermit: '港澳居民来往内地通行证',
  taiwanPermit: '台湾居民来往大陆通行证',
  passport: '护照',
  foreignResident: '外国人永久居留身份证',
} as const;

export type IdType = keyof typeof idTypes;

export const idTypeKeys = Object.keys(idTypes) as [IdType, ...IdType[]];

const forms: Record<Exclude<IdType, 'resident'>, RegExp> = {
  hkMacaoPermit: /^[HM]\d{8}(\d{2})?$/,
  taiwanPermit: /^(\d{8}|\d{10}[A-Z0-9])$/,
  passport: /^[A-Z0-9]{5,17}$/,
  foreignResident: /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/,
};

/**
 * How much of a permit's number its holder keeps for life. Older ones go on: with two digits that count renewals, and of a
 * Taiwan permit with a character for who issued it.
 */
const keptLengths = new Map<string, number>([
  ['hkMacaoPermit', 9],
  ['taiwanPermit', 8],
]);

/**
 * What of a document number stays with its holder, whichever permit of his it stands on.
 * @param number without blanks, in capitals
 */
export function holderNumber(idType: string, number: string): string {
  return number.slice(0, keptLengths.get(idType));
}

/** Whether one holder may have several numbers of the kind, one after another. */
export function isRenumbered(idType: string): boolean {
  return keptLengths.has(idType);
}

/**
 * Residence cards since 2023 have eighteen characters and the check character of residents' numbers (National Immigration
 * Administration, 新版外国人永久居留身份证机读信息规则). Those before have fifteen, which are taken by their form.
 */
function residenceCardFault(number: string): string | undefined {
  const isWrong = number.length === 18 && idNumberCheck(number) !== number[17];

  return isWrong ? 'document.residenceCardCheck' : undefined;
}

/**
 * Checks a document number of any kind.
 * @param today YYYY-MM-DD in the configured zone
 * @returns a key of the field texts, or undefined when the number is fine
 */
export function documentFault(idType: IdType, text: string, today: string): string | undefined {
  const number = normaliseIdNumber(text);
  if (idType === 'resident') {
    const fault = idNumberFault(number, today);

    return fault && `idNumber.${fault}`;
  }

  if (!forms[idType].test(number)) {
    return `document.${idType}`;
  }

  return idType === 'foreignResident' ? residenceCardFault(number) : undefined;
}
