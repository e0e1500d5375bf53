/** Characters as line breaking and measuring see them. */

/** As wide as an em, never kerned, a line may break beside it: ideographs, kana, hangul, their marks, full-width forms. */
export const wideCharacter =
  /[\u1100-\u115f\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** The font sets them wider among Latin letters than among ideographs. */
export const ellipses = /^[…⋯]$/u;

/** A text as wide characters, ellipses, spaces, and whole runs of everything else. */
export const runs = new RegExp(
  `${wideCharacter.source}\\p{M}*|[…⋯]|\\s+|(?:(?!${wideCharacter.source}|[…⋯])\\S)+`,
  'gu',
);

/** 行末禁则: never the last of a line (GB/T 15834-2011 §5.1). */
export const openingMark = /[（《〈“‘【〔〖「『［｛([{#＃$¥￥]$/u;

/** 行首禁则: never the first of a line (GB/T 15834-2011 §5.1). */
export const closingMark = /^[）》〉”’】〕〗」』］｝)\]},.;:!?%，。、；：！？．％…⋯—–·•～~℃°々/／-]/u;

/** A number keeps the word that counts it: 274 号, 3 层. */
export const countingWord = /^[号层楼栋座幢室期组弄巷米元]/u;
