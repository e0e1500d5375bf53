import { idNumberCheck } from '../../../contract/src/idNumber';
import { Dice } from './dice';
import type { Cells } from './setting';

/** What happens to rows on their way. */
export interface Dirt {
  seed: number;
  /** Shares (0 to 1) of the rows: wrong ones, and ones that are there twice. */
  wrong: number;
  twice: number;
}

type Mangle = (cells: Cells) => Cells;

const text = (cells: Cells, name: string) => String(cells[name] ?? '');

/** Fifteen digits are all that a spreadsheet keeps; of eleven such numbers one has the right last character by chance. */
function zeroed(idNumber: string): string {
  const first17 = `${idNumber.slice(0, 15)}00`;

  return idNumberCheck(first17) === '0' ? first17 : `${first17}0`;
}

/** What spreadsheets, hurry and other systems make of rows. Each of these is wrong in any feed that has the column. */
const idMangles: readonly Mangle[] = [
  (cells) => ({ ...cells, idNumber: '3.50102E+17' }),
  (cells) => ({ ...cells, idNumber: zeroed(text(cells, 'idNumber')) }),
  (cells) => ({ ...cells, idNumber: text(cells, 'idNumber').slice(0, 17) }),
  (cells) => ({ ...cells, idNumber: '' }),
  (cells) => ({ ...cells, idNumber: Number(text(cells, 'idNumber').slice(0, 17)) }),
];
const dateMangles: readonly Mangle[] = [
  (cells) => ({ ...cells, date: '2019-02-30' }),
  (cells) => ({ ...cells, date: '30.01.2020' }),
  (cells) => ({ ...cells, date: '' }),
];
const otherMangles: readonly Mangle[] = [(cells) => ({ ...cells, remark: '无' })];

function manglesOf(cells: Cells): readonly Mangle[] {
  return [
    ...('idNumber' in cells ? idMangles : []),
    ...('date' in cells ? dateMangles : []),
    ...otherMangles,
  ];
}

/** Rows as they arrive: some wrong, some twice. The same seed spoils the same rows. */
export function* spoiled(rows: Iterable<Cells>, { seed, wrong, twice }: Dirt): Generator<Cells> {
  const dice = new Dice(seed, 'dirt');
  const repeats = new Dice(seed, 'repeats');
  let index = 0;
  for (const cells of rows) {
    const isWrong = dice.happens(index, wrong);
    yield isWrong ? dice.pick(index + 0x8000_0000, manglesOf(cells))(cells) : cells;
    if (repeats.happens(index, twice)) {
      yield cells;
    }
    index += 1;
  }
}
