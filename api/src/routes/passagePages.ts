import type { PassagePage } from '@anxing/contract/passages';
import { limits } from '@anxing/contract/limits';

import { cutInstantPage, readInstantCursor } from '../base/paging';
import { lookAtList, type listPurposes } from '../commands/lookAtList';
import type { Origin, Services } from '../context';
import { countPassages, listPassages } from '../passages/listPassages';
import type { PassageFilter } from '../passages/passageWhere';
import { presentPassages } from '../presenters/passage';

interface Asked {
  services: Services;
  origin: Origin;
  page: { cursor?: string | undefined; limit: number };
}

interface Shown {
  filter: PassageFilter;
  /** What the list is of: a cursor of another one is refused. */
  scope: Record<string, unknown>;
  why: keyof typeof listPurposes;
  /** For the audit chain. */
  details: Record<string, unknown>;
}

/** Counted for the first page only: a later one does not change it. */
async function totalOf({ services, page }: Asked, { filter }: Shown): Promise<Pick<PassagePage, 'total'>> {
  if (page.cursor !== undefined) {
    return {};
  }
  const { zone } = services.config.brand;
  const most = limits.passagesCounted;
  const count = await countPassages(services.database, zone, filter, most + 1);

  return { total: { count: Math.min(count, most), isMore: count > most } };
}

/** One page of a list of passages; whoever stands in it can read that the unit looked. */
export async function passagePageOf(asked: Asked, shown: Shown): Promise<PassagePage> {
  const { services, origin, page } = asked;
  const { scope, filter, why, details } = shown;
  const { zone } = services.config.brand;
  const after = readInstantCursor(scope, page.cursor);
  const [rows, total] = await Promise.all([
    listPassages(services.database, zone, filter, page.limit + 1, after),
    totalOf(asked, shown),
  ]);
  const { items, next } = cutInstantPage(rows, page.limit, scope);
  await lookAtList(services, origin, items, why, { ...details, count: items.length });

  return { items: await presentPassages(services, items), next, ...total };
}
