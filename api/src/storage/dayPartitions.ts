import { addDays, dayOfNumber } from '../base/days';
import type { Database } from './database';

/** What a change fails with that another process has made in the same moment. */
const alreadyThere = ['ER_SAME_NAME_PARTITION', 'ER_RANGE_NOT_INCREASING_ERROR'];
const alreadyGone = ['ER_DROP_PARTITION_NON_EXISTENT'];

function numberOf(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** One partition for each day; days before the first lie in the first. */
export function partitionSql(days: readonly string[]): string {
  return days
    .map((day) => `PARTITION p${numberOf(day)} VALUES LESS THAN (${numberOf(addDays(day, 1))})`)
    .join(', ');
}

function codeOf(error: unknown): string {
  return String(Reflect.get(Object(Reflect.get(Object(error), 'parent')), 'code'));
}

/**
 * The daily partitions of a table on MySQL. A row of a day that has none is refused there, so they are made ahead;
 * a day that is over its time is dropped whole. Elsewhere tables have none.
 */
export class DayPartitions {
  constructor(
    private readonly database: Database,
    private readonly table: string,
  ) {}

  get exist(): boolean {
    return this.database.dialect === 'mysql';
  }

  /** Days YYYY-MM-DD that have a partition, first to last; none where the table is not parted yet. */
  async days(): Promise<string[]> {
    const rows = await this.database.select(
      'SELECT partition_name AS name FROM information_schema.partitions ' +
        'WHERE table_schema = DATABASE() AND table_name = ? AND partition_name IS NOT NULL ORDER BY partition_ordinal_position',
      [this.table],
    );

    return rows.map(({ name }) => dayOfNumber(Number(String(name).slice(1))));
  }

  /** Adds days behind the last one, up to and with `last`. */
  async reach(last: string): Promise<void> {
    const missing: string[] = [];
    const end = (await this.days()).at(-1) ?? last;
    for (let day = addDays(end, 1); day <= last; day = addDays(day, 1)) {
      missing.push(day);
    }
    if (missing.length > 0) {
      await this.alter(`ADD PARTITION (${partitionSql(missing)})`, alreadyThere);
    }
  }

  /** Drops a day with all its rows. */
  drop(day: string): Promise<void> {
    return this.alter(`DROP PARTITION p${numberOf(day)}`, alreadyGone);
  }

  private async alter(change: string, harmless: readonly string[]): Promise<void> {
    const { database, table } = this;
    try {
      await database.unhurried(() => database.sequelize.query(`ALTER TABLE ${table} ${change}`));
    } catch (error) {
      if (!harmless.includes(codeOf(error))) {
        throw error;
      }
    }
  }
}
