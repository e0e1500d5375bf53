import { addDays } from '../../../api/src/base/days';
import { Dice } from './dice';
import { idNumberOf } from './people';
import type { Cells, Setting } from './setting';

const divisions = ['350102', '350103', '350104', '350105', '350111', '350121', '350122', '350123'];
const names = ['示例花园', '示例新村', '示例家园', '示例公寓'];

/** Who lives in one community, and in one building of it. */
export const perCommunity = 2_400;
const perBuilding = 120;

function communityOf(number: number): Cells {
  return {
    division: divisions[number % divisions.length] ?? '',
    community: `${names[number % names.length]}${number + 1}期`,
  };
}

function buildingOf(number: number): string {
  return `${number + 1}号楼`;
}

/** Everybody at home, one building after the other. */
export function* households({ people }: Setting, count: number): Generator<Cells> {
  for (let index = 0; index < count; index += 1) {
    const building = Math.floor((index % perCommunity) / perBuilding);
    yield {
      idNumber: idNumberOf(index % people),
      ...communityOf(Math.floor(index / perCommunity)),
      building: buildingOf(building),
    };
  }
}

/**
 * Communities that are sealed; of every third, beginning with the first, one building only.
 * @param count of seals
 * @param residents how many rows of households there are: seals lie among them
 */
export function* seals({ seed, today }: Setting, count: number, residents: number): Generator<Cells> {
  const dice = new Dice(seed, 'seals');
  const communities = Math.max(1, Math.ceil(residents / perCommunity));
  const step = Math.max(1, Math.floor(communities / count));
  for (let index = 0; index < count; index += 1) {
    const building: Cells = index % 3 === 0 ? { building: buildingOf(dice.roll(index, 20)) } : {};
    const date = addDays(today, -dice.roll(index, 5));
    yield { ...communityOf(index * step), ...building, date, until: addDays(date, 14) };
  }
}
