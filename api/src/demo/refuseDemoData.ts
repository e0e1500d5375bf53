import { StartRefused } from '../base/errors';
import type { Services } from '../context';
import { Unit } from '../models/unit';
import { demoUnits } from './demoPeople';

/** Production starts on no database that a demo has filled: its accounts are printed on a page. */
export async function refuseDemoData({ settings }: Services): Promise<void> {
  const creditCode = Object.values(demoUnits).map((unit) => unit.creditCode);
  if (settings.mode === 'production' && (await Unit.count({ where: { creditCode } })) > 0) {
    throw new StartRefused(
      '该数据库含有演示数据，不能用于生产 / This database holds demo data: production needs a database of its own',
    );
  }
}
