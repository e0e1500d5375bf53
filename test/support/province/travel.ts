import { addDays } from '../../../api/src/base/days';
import { Dice } from './dice';
import { idNumberOf } from './people';
import type { Cells, Setting } from './setting';

/** What a kind of vehicle holds; passengers sit in its rows from the front. */
interface Kind {
  kind: 'train' | 'flight' | 'coach';
  carriages: number;
  rows: number;
  perRow: number;
  nameOf(number: number): string;
}

const kinds: readonly Kind[] = [
  { kind: 'train', carriages: 8, rows: 17, perRow: 5, nameOf: (number) => `G${1_000 + (number % 9_000)}` },
  { kind: 'flight', carriages: 1, rows: 30, perRow: 6, nameOf: (number) => `MF${1_000 + (number % 9_000)}` },
  {
    kind: 'coach',
    carriages: 1,
    rows: 12,
    perRow: 4,
    nameOf: (number) => `闽A${String(10_000 + (number % 90_000))}`,
  },
];

/** Of twenty vehicles: so many are trains, and so many planes. */
const [trains, flights] = [3, 2];

/** Days before today on which people travelled. */
const days = 20;

function kindOf(dice: Dice, vehicle: number): Kind {
  const drawn = dice.roll(vehicle, 20);

  return kinds[drawn < trains ? 0 : drawn < trains + flights ? 1 : 2] as Kind;
}

function seatOf({ kind, carriages, rows, perRow }: Kind, seat: number): Cells {
  const row = (Math.floor(seat / perRow) % rows) + 1;
  const carriage = (Math.floor(seat / (rows * perRow)) % carriages) + 1;
  if (kind === 'coach') {
    return {};
  }

  return kind === 'train' ? { carriage: String(carriage).padStart(2, '0'), row } : { row };
}

/** Passengers of trains, planes and coaches, vehicle by vehicle; anybody may sit anywhere. */
export function* journeys({ seed, people, today }: Setting, count: number): Generator<Cells> {
  const vehicles = new Dice(seed, 'vehicles');
  const seats = new Dice(seed, 'seats');
  let done = 0;
  for (let vehicle = 0; done < count; vehicle += 1) {
    const kind = kindOf(vehicles, vehicle);
    const head = {
      kind: kind.kind,
      vehicle: kind.nameOf(vehicle),
      date: addDays(today, -vehicles.roll(vehicle + 0x8000_0000, days)),
    };
    const passengers = Math.min(kind.carriages * kind.rows * kind.perRow, count - done);
    for (let seat = 0; seat < passengers; seat += 1) {
      yield { idNumber: idNumberOf(seats.roll(done + seat, people)), ...head, ...seatOf(kind, seat) };
    }
    done += passengers;
  }
}
