import type { Model, ModelStatic } from 'sequelize';

import type { Bus } from '../storage/bus';
import type { Database } from '../storage/database';
import { KeyIndex } from '../storage/keyIndex';
import { allStaleBy, everyRow, RowCache, staleByIdOf } from '../storage/rowCache';
import { Account } from './account';
import { Device } from './device';
import { DeviceModel } from './deviceModel';
import { Duty } from './duty';
import { Grant } from './grant';
import { lastDeliveriesOf, type LastDelivery } from './lastDeliveries';
import { Person } from './person';
import { Point } from './point';
import { Poster } from './poster';
import { readRecords } from './readRecords';
import { RegionPeriod } from './regionPeriod';
import { Session } from './session';
import { Staff } from './staff';
import { Unit } from './unit';

/** Where the records come from, and who tells of their changes. */
interface Sources {
  bus: Bus;
  database: Database;
}

/** Rows kept of what grows with the people. */
const peopleKept = 50_000;
/** Rows kept of what grows with the places. */
const placesKept = 20_000;

function recordsOf<M extends Model & { id: string }>(
  { bus, database }: Sources,
  model: ModelStatic<M>,
  size: number,
): RowCache<M> {
  return new RowCache<M>({
    bus,
    size,
    staleBy: staleByIdOf(model.tableName),
    load: async (ids) => {
      const records = await readRecords(database, model, 'id', ids);

      return new Map(records.map((record) => [record.id, record]));
    },
  });
}

function idsBy<M extends Model & { id: string }>(
  { database }: Sources,
  model: ModelStatic<M>,
  field: keyof M & string,
): KeyIndex {
  return new KeyIndex(async (keys) => {
    const records = await readRecords(database, model, field, keys);

    return new Map(records.map((record) => [String(record[field]), record.id]));
  });
}

/** Posters by `<point id>/<serial>`. */
function postersBySerial({ database }: Sources): KeyIndex {
  return new KeyIndex(async (keys) => {
    const points = keys.map((key) => key.split('/')[0] ?? '');
    const records = await readRecords(database, Poster, 'pointId', points);

    return new Map(records.map(({ id, pointId, serial }) => [`${pointId}/${serial}`, id]));
  });
}

/** The duty that was open when it was looked for; a later one is another row. */
function openDuties({ database }: Sources): KeyIndex {
  return new KeyIndex(async (staffIds) => {
    const rows = await database.read(
      'SELECT staff_id, id FROM duties WHERE staff_id IN (?) AND until IS NULL',
      [staffIds],
    );

    return new Map(rows.map(({ staff_id: staffId, id }) => [String(staffId), String(id)]));
  }, placesKept);
}

function grantedPoints({ bus, database }: Sources): RowCache<ReadonlySet<string>> {
  return new RowCache<ReadonlySet<string>>({
    bus,
    size: placesKept,
    staleBy: allStaleBy(Grant.tableName),
    load: async (staffIds) => {
      const granted = new Map(staffIds.map((id) => [id, new Set<string>()]));
      const grants = await readRecords(database, Grant, 'staffId', staffIds);
      grants.forEach(({ staffId, pointId }) => granted.get(staffId)?.add(pointId));

      return granted;
    },
  });
}

/** The one key of `lastDeliveries`. */
export const allFeeds = 'all feeds';

/** What of a delivery keeps a feed fresh, and who is expected to deliver. */
const freshnessTables = new Set(['feed_channels', 'feed_keys']);

function lastDeliveries({ bus, database }: Sources): RowCache<readonly LastDelivery[]> {
  return new RowCache<readonly LastDelivery[]>({
    bus,
    size: 1,
    staleBy: ({ table }) => (freshnessTables.has(table) ? everyRow : undefined),
    load: async () => new Map([[allFeeds, await lastDeliveriesOf(database)]]),
  });
}

/** The one key of `regionPeriods` and `regionHistory`. */
export const allRegions = 'all regions';

function regionPeriods({ bus }: Sources): RowCache<readonly RegionPeriod[]> {
  return new RowCache<readonly RegionPeriod[]>({
    bus,
    size: 1,
    staleBy: allStaleBy(RegionPeriod.tableName),
    load: async () => new Map([[allRegions, await RegionPeriod.findAll({ where: { recordedUntil: null } })]]),
  });
}

/** Periods that were replaced among them: they tell since when a level is known. */
function regionHistory({ bus }: Sources): RowCache<readonly RegionPeriod[]> {
  return new RowCache<readonly RegionPeriod[]>({
    bus,
    size: 1,
    staleBy: allStaleBy(RegionPeriod.tableName),
    load: async () => new Map([[allRegions, await RegionPeriod.findAll()]]),
  });
}

/** Copies of the records that many requests read and few change. They are never older than their last change. */
export function makeRecordCaches(sources: Sources) {
  return {
    sessions: recordsOf(sources, Session, peopleKept),
    accounts: recordsOf(sources, Account, peopleKept),
    persons: recordsOf(sources, Person, peopleKept),
    staff: recordsOf(sources, Staff, placesKept),
    units: recordsOf(sources, Unit, placesKept),
    points: recordsOf(sources, Point, placesKept),
    posters: recordsOf(sources, Poster, placesKept),
    devices: recordsOf(sources, Device, placesKept),
    duties: recordsOf(sources, Duty, placesKept),
    deviceModels: recordsOf(sources, DeviceModel, placesKept),
    /** The points given to a staff member, by staff id. */
    grantedPoints: grantedPoints(sources),
    lastDeliveries: lastDeliveries(sources),
    /** Levels of regions that are on record and not closed. */
    regionPeriods: regionPeriods(sources),
    regionHistory: regionHistory(sources),
    pointIdByReference: idsBy(sources, Point, 'reference'),
    posterIdBySerial: postersBySerial(sources),
    posterIdByShortCode: idsBy(sources, Poster, 'shortCode'),
    dutyIdByStaff: openDuties(sources),
    personIdByReference: idsBy(sources, Person, 'codeReference'),
    personIdByNumber: idsBy(sources, Person, 'number'),
  };
}

export type RecordCaches = ReturnType<typeof makeRecordCaches>;
