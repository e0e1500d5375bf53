import type { FeedColumn } from '@anxing/contract/feeds';

import type { FeedRule } from '../../../../api/src/risk/feedRules';
import { division, todayOf, type World } from './world';

interface RowOf {
  idNumber: string;
  operation: 'add' | 'withdraw';
}

function cellOf(
  { api }: World,
  feed: FeedRule,
  { type }: FeedColumn,
  { idNumber, operation }: RowOf,
): string {
  const today = todayOf(api);
  const cells: Record<FeedColumn['type'], string> = {
    idType: 'resident',
    idNumber,
    kind: feed.kinds[0]?.id ?? '',
    date: today,
    instant: `${today} 00:00`,
    until: '',
    text: '示例',
    division,
    drugCode: api.services.config.drugCodes.codes[0]?.code ?? '',
    vehicle: 'D1234',
    number: '1',
    operation,
  };

  return cells[type];
}

/** A file of a feed that would turn everybody: it takes back what there is of the ill, and names the well. */
export function feedFile(world: World, feed: FeedRule): string {
  const { ill, well } = world.targets;
  const isIncremental = feed.columns.some(({ type }) => type === 'operation');
  const rows: RowOf[] = [
    ...(isIncremental ? [{ idNumber: ill.idNumber, operation: 'withdraw' as const }] : []),
    { idNumber: well.idNumber, operation: 'add' },
  ];
  const head = feed.columns.map(({ name }) => name).join(',');
  const lines = rows.map((row) => feed.columns.map((column) => cellOf(world, feed, column, row)).join(','));

  return `${[head, ...lines].join('\n')}\n`;
}
