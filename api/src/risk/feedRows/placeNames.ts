import { numerals, readNumerals } from './chineseNumbers';

/** Texts about places without blanks, and with letters and digits as everybody has them: 3号楼, ３ 号楼. */
export function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** What may stand behind the name of a community and says nothing. */
const ending = '(?:住宅小区|居住小区|小区|社区|住宅区|居住区|居民区)';
const endings = new RegExp(`${ending}+$`);
const endingWithin = new RegExp(`${ending}(?=[\\dA-Z]+[期区])`, 'g');
const marks = /[^\p{L}\p{N}]/gu;
const part = new RegExp(`第?(${numerals})(?=期|区|组团|号院)`, 'g');

/** Without the ending, unless nothing else stands there. */
export function withoutEnding(text: string): string {
  const name = text.replace(endings, '');

  return name === '' ? text : name;
}

/**
 * What a community is called, however it is spelled: without 小区 or 社区 behind it, without brackets, its parts by digits.
 * The same for what was read so before.
 */
export function communityName(text: string | undefined): string {
  const letters = plain(text).replaceAll(marks, '');
  const counted = letters
    .replaceAll(part, (_all, number: string) => readNumerals(number))
    .replaceAll(/第(?=\d+[期区])/g, '');
  const name = counted.replaceAll(endingWithin, '');

  return withoutEnding(name === '' ? counted : name);
}

/** Stands for no building, or for all of them. */
const unknown =
  /^(?:[-—/.]*|无|没有|不详|未知|不明|空|全部|全体|所有|整个|全?(?:小区|社区|楼栋)|整个(?:小区|社区)|(?:全部|所有)楼[栋幢]?)$/;

/** Several buildings in one cell: which, nobody can tell for sure. */
const several = /[、,;/&~]|[和及至到]/;

/** A unit, a floor or a room: of which building, it does not say. */
const within = /^\d+(?:单元|层|室|户|门)/;

/** The endings by which a building is told from anything else. */
export const buildingEndings = [
  '号楼',
  '号幢',
  '号栋',
  '号座',
  '#楼',
  '幢楼',
  '栋楼',
  '座楼',
  '#',
  '号',
  '幢',
  '栋',
  '座',
  '楼',
];

const buildingEnding = `(?:${buildingEndings.join('|')})`;
const named = '([A-Z]?\\d+(?:-\\d+)?[A-Z]?|[A-Z]|[甲乙丙丁戊己庚辛东西南北中])';
const rest = '(?:-?\\d+(?:-\\d+)*|-?[A-Z\\d]+(?:单元|层|楼|室|户|门).*)?';
const withEnding = new RegExp(`^(.*?)${named}${buildingEnding}${rest}$`);
const bare = /^([A-Z]?\d+[A-Z]?|[A-Z]|\d+-\d+)$/;
const withRoom = /^(\d+)(?:-\d+){2,}$/;
const counted = new RegExp(`(${numerals})(?=号|栋|幢|座|楼|#|期|区|单元|层|室|-|$)`, 'g');

/** Where a building is one of a kind that is counted or lettered: what stands before it, and its number or letter. */
export interface NumberedBuilding {
  before: string;
  name: string;
}

const withoutZeros = (text: string) => text.replaceAll(/(?<!\d)0+(?=\d)/g, '');

/** The building's own part of the cell: some write the community before it, too. */
function ownText(text: string, community: string | undefined): string {
  const spelled = plain(community);
  const before = [spelled, withoutEnding(spelled)].find((one) => one !== '' && text.startsWith(one));
  const own = before === undefined ? text : text.slice(before.length).replace(endingAtStart, '');

  return own.replace(/^(?:第|NO[.:]?(?=\d))/, '').replaceAll(/第(?=[^第])/g, '');
}

const endingAtStart = new RegExp(`^${ending}`);

function isUnknown(text: string): boolean {
  return unknown.test(text) || several.test(text) || within.test(text);
}

function textOf(text: string | undefined, community: string | undefined): string {
  return ownText(plain(text), community).replaceAll(counted, (_all, number: string) => readNumerals(number));
}

/** @returns undefined for a building with a name of its own, and for one that is not known */
export function numberedBuilding(
  text: string | undefined,
  community: string | undefined,
): NumberedBuilding | undefined {
  const own = textOf(text, community);
  if (isUnknown(own)) {
    return undefined;
  }
  const [, before = '', name] = withEnding.exec(own) ?? [];
  const alone = name ?? bare.exec(own)?.[1] ?? withRoom.exec(own)?.[1];

  return alone === undefined ? undefined : { before: before.replace(/-$/, ''), name: withoutZeros(alone) };
}

/**
 * Which building it is, however it is spelled, by its number or letter; a unit or room in it is left out. Empty where it is
 * not known, several are named, or all are meant.
 * @param community as it is spelled in the same row
 */
export function buildingName(text: string | undefined, community: string | undefined): string {
  const numbered = numberedBuilding(text, community);
  if (numbered) {
    return `${numbered.before}${numbered.name}号楼`;
  }
  const own = textOf(text, community);

  return isUnknown(own) ? '' : own;
}
