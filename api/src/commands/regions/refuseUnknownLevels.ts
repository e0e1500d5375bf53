import { StartRefused } from '../../base/errors';
import type { Services } from '../../context';

/** Levels are kept for the record: none that was ever set may go from the configuration. @throws StartRefused */
export async function refuseUnknownLevels({ database, regionLevels }: Services): Promise<void> {
  const rows = await database.select('SELECT DISTINCT level FROM region_levels');
  const unknown = rows
    .map((row) => String(row.level))
    .filter((level) => !regionLevels.all.some(({ id }) => id === level));
  if (unknown.length > 0) {
    const names = unknown.join(', ');
    throw new StartRefused(
      `config/regionLevels.json 缺少已用过的等级：${names}\n` +
        `config/regionLevels.json lacks levels that regions have or had: ${names}`,
    );
  }
}
