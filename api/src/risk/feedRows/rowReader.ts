import type { FeedColumn } from '@anxing/contract/feeds';
import { divisionCode } from '@anxing/contract/fields';

import { addDays, dayOf, instantOf, startOfDay } from '../../base/days';
import type { BlindIndex } from '../../privacy/blindIndex';
import type { FeedRule } from '../feedRules';
import { drugCodeOf, looksCut, readSeatRow, readDay, readIdNumber, readIdType, readMinute } from './cells';
import { readOperation, readText, readUntil, textOf } from './cells';
import type { CellReading, FeedRow, RowOutcome } from './feedRow';
import type { RowContent } from './rowContent';
import { unknownColumns } from './unknownColumns';
import { KeptKeys, keysAsSpelled, keysOfHome, keysOfJourney, type PlaceKeys } from './placeKeys';
import { readVehicle } from './vehicleName';

/** What rows are held against. */
export interface RowSurroundings {
  index: BlindIndex;
  /** IANA zone of the days. */
  zone: string;
  /** ms */
  now: number;
  /** Whether a division is in the table. */
  knowsDivision(code: string): boolean;
  /** Codes of medicines against fever. */
  drugCodes: ReadonlySet<string>;
}

/** The cells of a row by column name. */
export type Cells = Readonly<Record<string, unknown>>;

/** The day of what has none. */
const always = '1970-01-01';

type Read = (cell: unknown, content: RowContent) => string | undefined;

function take<T>(reading: CellReading<T>, keep: (value: T) => void): string | undefined {
  if ('fault' in reading) {
    return reading.fault;
  }
  keep(reading.value);

  return undefined;
}

/** Days begin at the same instants in row after row. */
function dayStarts(zone: string): (date: string) => number {
  const known = new Map<string, number>();

  return (date) => {
    const start = known.get(date) ?? startOfDay(date, zone);
    known.set(date, start);

    return start;
  };
}

/** Reads rows of a feed. Made once for a batch. */
export class RowReader {
  private readonly today: string;

  private readonly startOf: (date: string) => number;

  private readonly reads: { column: FeedColumn; read: Read }[];

  private readonly names: ReadonlySet<string>;

  private readonly places: KeptKeys;

  constructor(
    private readonly feed: FeedRule,
    private readonly around: RowSurroundings,
    /** Whether the names of cells are those of a file's head. */
    private readonly isHeaded = false,
  ) {
    this.today = dayOf(around.now, around.zone);
    this.startOf = dayStarts(around.zone);
    this.places = new KeptKeys(around.index);
    // The kind of a document stands before its number, wherever its column does.
    const ordered = [...feed.columns].sort(
      (a, b) => Number(b.type === 'idType') - Number(a.type === 'idType'),
    );
    this.reads = ordered.map((column) => ({ column, read: this.readOf(column) }));
    this.names = new Set(feed.columns.map(({ name }) => name));
  }

  /** @param line counted from 1 */
  read(line: number, cells: Cells): RowOutcome {
    const content = this.blank();
    const faults = unknownColumns(cells, this.names, this.isHeaded);
    for (const { column, read } of this.reads) {
      const fault = this.fill(column, read, cells[column.name], content);
      if (fault) {
        faults.push({ column: column.name, fault });
      }
    }
    if (faults.length > 0) {
      return { faults };
    }

    return content.isOnList ? this.finish(line, content) : { ignored: true };
  }

  private blank(): RowContent {
    return {
      idType: 'resident',
      idNumber: '',
      operation: 'add',
      kind: this.feed.kinds[0]?.id ?? '',
      // A household is no event.
      date: this.feed.target === 'households' ? always : this.today,
      at: null,
      until: null,
      division: '',
      texts: {},
      vehicle: { name: '' },
      position: null,
      isOnList: true,
      code: '',
    };
  }

  private fill(column: FeedColumn, read: Read, cell: unknown, content: RowContent): string | undefined {
    const text = textOf(cell);
    if (text === undefined) {
      return 'type';
    }
    if (text === '') {
      return column.required ? 'required' : undefined;
    }

    return read(typeof cell === 'number' ? cell : text, content);
  }

  private readOf({ name, type }: FeedColumn): Read {
    const { around, today, feed } = this;
    const reads: Record<FeedColumn['type'], Read> = {
      idType: (cell, row) => take(readIdType(String(cell)), (value) => (row.idType = value)),
      idNumber: (cell, row) => take(readIdNumber(cell, row.idType, today), (value) => (row.idNumber = value)),
      kind: (cell, row) => {
        const kind = feed.kinds.find(({ id, name: label }) => id === cell || label === cell);
        row.kind = kind?.id ?? '';

        return kind ? undefined : 'choice';
      },
      date: (cell, row) => {
        const bounds = { today, mayBeToCome: feed.target === 'seals' };

        return take(readDay(String(cell), bounds), (value) => (row.date = value));
      },
      until: (cell, row) => take(readUntil(String(cell), today), (value) => (row.until = value)),
      instant: (cell, row) => take(this.readInstant(String(cell)), (value) => (row.at = value)),
      text: (cell, row) => take(readText(String(cell)), (value) => (row.texts[name] = value)),
      division: (cell, row) => {
        row.division = String(cell);
        const isCode = divisionCode.safeParse(row.division).success;

        return isCode && around.knowsDivision(row.division) ? undefined : 'division';
      },
      drugCode: (cell, row) => {
        row.code = drugCodeOf(String(cell));
        row.isOnList = around.drugCodes.has(row.code);

        return undefined;
      },
      vehicle: (cell, row) => take(readVehicle(String(cell)), (value) => (row.vehicle = value)),
      number: (cell, row) => take(readSeatRow(String(cell)), (value) => (row.position = value)),
      operation: (cell, row) => take(readOperation(String(cell)), (value) => (row.operation = value)),
    };

    return reads[type];
  }

  private readInstant(text: string): CellReading<number> {
    const minute = readMinute(text);
    if ('fault' in minute) {
      return minute;
    }
    const at = instantOf(minute.value, this.around.zone);

    return at > this.around.now ? { fault: 'futureDate' } : { value: at };
  }

  private finish(line: number, content: RowContent): RowOutcome {
    const { idType, idNumber, operation, kind, until, at } = content;
    const date = at === null ? content.date : dayOf(at, this.around.zone);
    if (until !== null && until < date) {
      return { faults: [{ column: 'until', fault: 'range' }] };
    }
    const subject = idNumber === '' ? null : this.around.index.identity(idType, idNumber);
    const row = {
      line,
      operation,
      subject,
      kind,
      date,
      validFrom: at ?? this.startOf(date),
      validUntil: until === null ? null : this.startOf(addDays(until, 1)),
      ...this.keysOf(content, date),
    };

    return { row: { ...row, ...this.rowKeysOf(row, content) }, ...this.doubtOf(content) };
  }

  private doubtOf({ idNumber }: RowContent): { mayBeCut?: string } {
    const column = this.feed.columns.find(({ type }) => type === 'idNumber');

    return column && looksCut(idNumber) ? { mayBeCut: column.name } : {};
  }

  /** What has to match between two rows of registers. */
  private keysOf(content: RowContent, date: string): PlaceKeys {
    const { division, texts, position } = content;
    const { community, building } = texts;
    switch (this.feed.target) {
      case 'journeys':
        return this.keysAboard(content.vehicle.name, content, date);
      case 'households':
      case 'seals':
        return keysOfHome(this.places, { division, community, building });
      default:
        return { matchKey: null, partKey: null, position };
    }
  }

  private keysAboard(vehicle: string, { kind, position, texts }: RowContent, date: string): PlaceKeys {
    return keysOfJourney(this.places, { kind, vehicle, date, carriage: texts.carriage, position });
  }

  private rowKeysOf(
    row: Omit<FeedRow, 'rowKey'>,
    content: RowContent,
  ): Pick<FeedRow, 'rowKey' | 'formerKey' | 'spelledKey' | 'place'> {
    const { code, division, texts } = content;
    switch (this.feed.target) {
      case 'seals':
        // A key of its own: with it the names of the place are on record.
        return {
          rowKey: this.rowKeyOf(row, ['named']),
          spelledKey: this.spelledKeyOf(row, content),
          place: { division, community: texts.community ?? '', building: texts.building ?? '' },
        };
      case 'journeys':
      case 'households':
        return { rowKey: this.rowKeyOf(row), spelledKey: this.spelledKeyOf(row, content) };
      default:
        // Two medicines of a day are two records. Those from before the code was part of the key are found by the rest.
        return code === ''
          ? { rowKey: this.rowKeyOf(row) }
          : { rowKey: this.rowKeyOf(row, [code]), formerKey: this.rowKeyOf(row) };
    }
  }

  private spelledKeyOf(row: Omit<FeedRow, 'rowKey'>, content: RowContent): Buffer | undefined {
    const keys = this.keysAsSpelled(content, row.date);

    return keys && this.rowKeyOf({ ...row, ...keys });
  }

  private keysAsSpelled(content: RowContent, date: string): PlaceKeys | undefined {
    const { division, texts, vehicle } = content;
    if (this.feed.target === 'journeys') {
      return vehicle.formerName === undefined
        ? undefined
        : this.keysAboard(vehicle.formerName, content, date);
    }

    return keysAsSpelled(this.places, {
      division,
      community: texts.community,
      building: texts.building,
    });
  }

  private rowKeyOf(row: Omit<FeedRow, 'rowKey'>, more: readonly string[] = []): Buffer {
    const { subject, kind, date, validFrom, validUntil, matchKey, partKey, position } = row;

    return this.around.index.rowKey([
      this.feed.source,
      subject ?? '',
      kind,
      date,
      validFrom,
      validUntil ?? '',
      matchKey?.toString('hex') ?? '',
      partKey?.toString('hex') ?? '',
      position ?? '',
      ...more,
    ]);
  }
}
