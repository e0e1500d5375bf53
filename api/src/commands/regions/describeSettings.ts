import { divisionNamed, fullName } from '../../base/divisions';
import type { Services } from '../../context';
import type { LevelsOfDay } from '../../risk/levelsOfDay';
import { levelNamed } from '../../risk/regionLevels';
import type { LevelSetting } from './levelSettings';

type Known = Pick<Services, 'config' | 'regionLevels'>;

/** One line for a list. */
export function titleOf({ config, regionLevels }: Known, settings: readonly LevelSetting[]): string {
  const [first] = settings;
  const name = first ? fullName(config.divisions, first.division) : '';

  return first && settings.length === 1
    ? `${name}调整为${levelNamed(regionLevels, first.level).name}`
    : `${name}等 ${settings.length} 个区域调整等级`;
}

function daysOf({ from, until }: LevelSetting): string {
  return until === null ? `${from} 起` : `${from} 起，至 ${until} 前`;
}

/**
 * What the second person decides upon: each division with the level it has and the one it would get.
 * @param levels of the day
 */
export function factsOf(
  { config, regionLevels }: Known,
  settings: readonly LevelSetting[],
  levels: LevelsOfDay,
): { label: string; value: string }[] {
  return settings.map((setting) => {
    const before = levels.of(setting.division).level.name;
    const after = levelNamed(regionLevels, setting.level).name;
    const policy = setting.policy === undefined ? '' : `；防控要求：${setting.policy}`;

    return {
      label: fullName(config.divisions, setting.division),
      value: `${before} → ${after}，${daysOf(setting)}${policy}`,
    };
  });
}

/** @param turned null when no rule in force asks where people were */
export function turnedFact(turned: number | null): { label: string; value: string } {
  const value = turned === null ? '0 人（生效规则不按区域判定颜色）' : `最多 ${turned} 人`;

  return { label: '不再是绿码', value };
}

/** A level of a city or province reaches every county below it that has none of its own. */
function wideWarning({ config }: Known, settings: readonly LevelSetting[]): string[] {
  const wide = settings.filter(({ division }) => division.endsWith('00'));
  const names = wide
    .slice(0, 3)
    .map(({ division }) => divisionNamed(config.divisions, division)?.name ?? division);

  return wide.length > 0
    ? [
        `包含省级或市级区域（${names.join('、')}${wide.length > 3 ? '等' : ''}），其下未单独设置的县（市、区）都会随之调整`,
      ]
    : [];
}

/**
 * What the second person has to see in red.
 * @param turned so many would lose the clear colour, when that is too many to go unsaid
 */
export function warningOf(
  known: Known,
  settings: readonly LevelSetting[],
  turned: number | undefined,
): string | null {
  const parts = [
    ...(turned === undefined ? [] : [`生效后最多有 ${turned} 人不再是绿码`]),
    ...wideWarning(known, settings),
  ];

  return parts.length > 0 ? parts.join('；') : null;
}
