import type { Model, ModelStatic, WhereOptions } from 'sequelize';

import { Appeal } from '../../../../api/src/models/appeal';
import { Change } from '../../../../api/src/models/change';
import { Device } from '../../../../api/src/models/device';
import { DeviceModel } from '../../../../api/src/models/deviceModel';
import { Evidence } from '../../../../api/src/models/evidence';
import { FamilyMember } from '../../../../api/src/models/familyMember';
import { FeedBatch } from '../../../../api/src/models/feedBatch';
import { FeedKey } from '../../../../api/src/models/feedKey';
import { LongJob } from '../../../../api/src/models/longJob';
import { Message } from '../../../../api/src/models/message';
import { Override } from '../../../../api/src/models/override';
import { Poster } from '../../../../api/src/models/poster';
import { RuleVersion } from '../../../../api/src/models/ruleVersion';
import { Staff } from '../../../../api/src/models/staff';
import type { Caller } from './callers';
import { division, todayOf, type World } from './world';

type Finding = [RegExp, () => Promise<string[]>];

/** So many records of a kind are tried at most, the newest first. */
const tried = 12;

async function newest(model: ModelStatic<Model>, where: WhereOptions = {}, at = tried): Promise<string[]> {
  const found = await model.findAll({ where, order: [['id', 'DESC']], limit: at });

  return found.map((one) => String(one.get('id')));
}

/** The source that a path is about; empty where there is none. */
export function sourceIn(path: string): string {
  return /\/feeds\/(\w+)\//.exec(path)?.[1] ?? '';
}

function seenIds(answer: unknown): string[] {
  const { id } = (answer ?? {}) as { id?: string };

  return id === undefined ? [] : [id];
}

/** Of what the `{id}` of a path may be, told by the path before it; whoever tries knows every number there is. */
function idsOf(path: string, { targets }: World, { point, unitId, seen }: Caller): Finding[] {
  const source = sourceIn(path);

  return [
    [/^\/operator\/changes\//, () => newest(Change, { state: 'waiting' })],
    [/\/batches\//, () => newest(FeedBatch, { state: 'waiting', source })],
    [/\/keys\//, () => newest(FeedKey, { state: ['waiting', 'active'], source, owner: '示例' })],
    [/^\/me\/family\//, () => newest(FamilyMember, { endedAt: null }, 2)],
    [/\/appeals\//, () => newest(Appeal, { state: ['submitted', 'needsMore', 'inApproval'] })],
    [/^\/unit\/overrides\//, () => newest(Override)],
    [/\/evidence\//, () => newest(Evidence, {}, 2)],
    [/^\/unit\/device-models\//, () => newest(DeviceModel, { unitId, state: 'open' }, 1)],
    [/^\/operator\/device-models\//, () => newest(DeviceModel, { state: 'waiting' }, 1)],
    [/^\/unit\/devices\//, () => newest(Device, { unitId }, 1)],
    [/^\/unit\/staff\//, () => newest(Staff, { unitId }, 3)],
    [/^\/operator\/units\//, async () => [unitId]],
    [/^\/unit\/points\//, async () => [point.id]],
    [/^\/unit\/people\//, async () => Object.values(targets).map(({ person }) => person.id)],
    [
      /\/messages\//,
      () => newest(Message, { personId: Object.values(targets).map(({ person }) => person.id) }, 3),
    ],
    [/^\/scans\//, async () => seenIds(seen.get('post /scans'))],
    [/\/jobs\//, () => newest(LongJob, {}, 3)],
    [/./, async () => ['019a0000-0000-7000-8000-000000000000']],
  ];
}

async function versionsOf({ versions }: World): Promise<string[]> {
  const found = await RuleVersion.findAll({ order: [['version', 'DESC']], limit: 3 });

  return [...new Set([...found.map(({ version }) => version), versions.past, versions.inForce])].map(String);
}

/** One of each sort: it adds, it tells everything each time, a register. */
const sources = ['fever', 'arrivals', 'households'];

async function valuesOf(name: string, path: string, world: World, caller: Caller): Promise<string[]> {
  switch (name) {
    case 'id':
      return (await idsOf(path, world, caller).find(([pattern]) => pattern.test(path))?.[1]()) ?? [];
    case 'source':
      return sources;
    case 'version':
      return versionsOf(world);
    case 'posterId':
      return newest(Poster, { pointId: caller.point.id }, 1);
    case 'division':
      return [division];
    case 'date':
      return [todayOf(world.api)];
    default:
      return [world.poster];
  }
}

/** Every path that a route may have here. */
export async function placesOf(path: string, world: World, caller: Caller): Promise<string[]> {
  const [placeholder, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (placeholder === undefined || name === undefined) {
    return [path];
  }
  const values = await valuesOf(name, path, world, caller);
  const filled = await Promise.all(
    values.map((value) => placesOf(path.replace(placeholder, value), world, caller)),
  );

  return filled.flat();
}
