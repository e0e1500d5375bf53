import { randomBytes } from 'node:crypto';

import type { Flow, FlowItem } from '@anxing/contract/flow';
import type { Point } from '@anxing/contract/points';
import { makeUuid7 } from '@anxing/contract/uuid7';
import type { ScanAnswer } from '@anxing/contract/scans';
import type { VisitAnswer } from '@anxing/contract/visits';

import type { ApiUser } from './apiUser';

/** A point that has a poster in force. */
export interface Place {
  id: string;
  name: string;
  address: string;
  link: string;
}

/** The unit's points with a poster, as the server lists them. */
export async function placesOf(staff: ApiUser): Promise<Place[]> {
  const { items } = await staff.get<{ items: Point[] }>('unit/points');

  return items.flatMap(({ id, name, address, poster }) =>
    poster ? [{ id, name, address, link: poster.link }] : [],
  );
}

export async function placeNamed(staff: ApiUser, name: string): Promise<Place> {
  const place = (await placesOf(staff)).find((one) => one.name === name);
  if (!place) {
    throw new Error(`no point with a poster is called ${name}`);
  }

  return place;
}

/** Today's counts of one point. */
export async function flowOf(staff: ApiUser, pointId: string): Promise<FlowItem | undefined> {
  const { items } = await staff.get<Flow>('unit/flow');

  return items.find((item) => item.pointId === pointId);
}

function newId(): string {
  return makeUuid7(Date.now(), randomBytes(10));
}

/** What a phone sends after a scan of a poster. */
export function checkIn(resident: ApiUser, { link }: Place): Promise<VisitAnswer> {
  return resident.post<VisitAnswer>('visits', { id: newId(), poster: link.split('/p/')[1] });
}

/** The same when somebody leaves. */
export function checkOut(resident: ApiUser, { link }: Place): Promise<VisitAnswer> {
  const poster = link.split('/p/')[1];

  return resident.post<VisitAnswer>('visits', { id: newId(), poster, direction: 'out' });
}

/** What a guard on duty at the door sends who has scanned something of somebody with a mask. */
export async function scan(staff: ApiUser, pointId: string, object: string): Promise<ScanAnswer> {
  await staff.post('unit/duties', { pointId });

  return staff.post<ScanAnswer>('scans', { id: newId(), object, pointId, mask: true });
}
