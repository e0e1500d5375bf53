import { col, fn, type Model, type ModelStatic } from 'sequelize';

import type { Bus } from '../storage/bus';
import type { Database } from '../storage/database';
import { KeyIndex } from '../storage/keyIndex';
import { allStaleBy, RowCache, staleByIdOf } from '../storage/rowCache';
import { Account } from './account';
import { FactBatch } from './factBatch';
import { Grant } from './grant';
import { Person } from './person';
import { Point } from './point';
import { Poster } from './poster';
import { readRecords } from './readRecords';
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

/** When a feed last delivered. */
export interface LastDelivery {
  source: string;
  /** ms */
  at: number;
}

/** The one key of `lastDeliveries`. */
export const allFeeds = 'all feeds';

function lastDeliveries({ bus }: Sources): RowCache<readonly LastDelivery[]> {
  return new RowCache<readonly LastDelivery[]>({
    bus,
    size: 1,
    staleBy: allStaleBy(FactBatch.tableName),
    load: async () => {
      const rows = await FactBatch.findAll({
        attributes: ['source', [fn('MAX', col('delivered_at')), 'deliveredAt']],
        group: 'source',
      });
      const last = rows.map(({ source, deliveredAt }) => ({ source, at: Number(deliveredAt) }));

      return new Map([[allFeeds, last]]);
    },
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
    /** The points given to a staff member, by staff id. */
    grantedPoints: grantedPoints(sources),
    lastDeliveries: lastDeliveries(sources),
    pointIdByReference: idsBy(sources, Point, 'reference'),
    posterIdBySerial: postersBySerial(sources),
    posterIdByShortCode: idsBy(sources, Poster, 'shortCode'),
    personIdByReference: idsBy(sources, Person, 'codeReference'),
    personIdByNumber: idsBy(sources, Person, 'number'),
  };
}

export type RecordCaches = ReturnType<typeof makeRecordCaches>;
