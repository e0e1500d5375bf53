import { pointColumns, toldPointColumns } from '@anxing/contract/pointSheets';
import { pointKindNames, type PointKind } from '@anxing/contract/points';

import { dayOf } from '../base/days';
import type { Services } from '../context';
import type { Point } from '../models/point';
import { Poster } from '../models/poster';
import type { Cell } from '../sheets/writeCsv';
import { countPrints, presentPoster } from './poster';

export const pointSheetWidths = [28, 40, 18, 16, 28, 12, 8, 8, 10, 12, 8, 14, 60, 14, 10, 14];

type Paths = (point: Point) => string;

/** The names from the top down to a point, as the import reads them. */
function pathsOf(points: readonly Point[]): Paths {
  const byId = new Map(points.map((point) => [point.id, point]));
  const path: Paths = ({ name, parentId }) => {
    const above = parentId === null ? undefined : byId.get(parentId);

    return above ? `${path(above)} / ${name}` : name;
  };

  return path;
}

function ownCells({ config }: Services, point: Point, parent: string): Cell[] {
  const { name, address, category, division, kind, capacity, warningLine, line, plate } = point;
  const categoryName = config.categories.find(({ id }) => id === category)?.name ?? category;

  return [
    ...[name, address, categoryName, division, parent, pointKindNames[kind as PointKind]],
    ...[capacity, warningLine, line ?? null, plate ?? null],
  ];
}

/**
 * Points with their poster in force as rows of a sheet, headings first. It can be read again as an import.
 * @param all every point of the unit, for the names above
 */
export async function pointSheet(
  services: Services,
  points: readonly Point[],
  all: readonly Point[],
): Promise<Cell[][]> {
  const { zone } = services.config.brand;
  const posters = await Poster.findAll({ where: { pointId: points.map(({ id }) => id), revokedAt: null } });
  const prints = await countPrints(services, posters);
  const byPoint = new Map(posters.map((poster) => [poster.pointId, poster]));
  const path = pathsOf(all);
  const byId = new Map(all.map((point) => [point.id, point]));
  const rows = points.map((point) => {
    const above = point.parentId === null ? undefined : byId.get(point.parentId);
    const poster = byPoint.get(point.id);
    const state = poster && presentPoster(services, point, poster, prints);
    const scanned = state?.firstScannedAt ?? null;

    return [
      ...ownCells(services, point, above ? path(above) : ''),
      point.active ? '使用中' : '已停用',
      ...(state
        ? [state.shortCode, state.link, dayOf(state.issuedAt, zone), state.printed]
        : ['', '', '', null]),
      scanned === null ? '' : dayOf(scanned, zone),
    ];
  });

  return [[...pointColumns.map(({ title }) => title), ...toldPointColumns], ...rows];
}
