import type {
  ConformanceRun as ShownRun,
  DeviceKind,
  DeviceModel as ShownModel,
  TaskReport,
  WaitingModel,
} from '@anxing/contract/devices';

import type { Services } from '../context';
import { ConformanceRun } from '../models/conformanceRun';
import { Device } from '../models/device';
import type { DeviceModel } from '../models/deviceModel';
import { Staff } from '../models/staff';
import { openField } from '../privacy/sealedFields';
import { optionalNumber } from './optionalNumber';

function stateOf({ state, expiresAt }: ConformanceRun, now: number): ShownRun['state'] {
  return state === 'running' && Number(expiresAt) <= now ? 'expired' : state;
}

export function presentRun({ settings, clock }: Services, run: ConformanceRun): ShownRun {
  return {
    id: run.id,
    state: stateOf(run, clock.now()),
    address: `${settings.origin}/api/v1/device/conformance/${run.id}`,
    startedAt: Number(run.startedAt),
    expiresAt: Number(run.expiresAt),
    endedAt: optionalNumber(run.endedAt),
    hasKey: run.publicKey !== null,
    tasks: Number(run.tasks),
    right: optionalNumber(run.rightCount),
    wrong: run.report ? (JSON.parse(run.report) as TaskReport[]) : [],
  };
}

/** The newest run of each model. */
async function lastRuns(modelIds: readonly string[]): Promise<Map<string, ConformanceRun>> {
  const runs = await ConformanceRun.findAll({ where: { modelId: [...modelIds] }, order: ['id'] });

  return new Map(runs.map((run) => [run.modelId, run]));
}

async function deviceCounts(modelIds: readonly string[]): Promise<Map<string, number>> {
  const counts = await Device.count({ where: { modelId: [...modelIds] }, group: ['modelId'] });

  return new Map(counts.map(({ modelId, count }) => [String(modelId), Number(count)]));
}

/** Who accepted for the unit: their colleagues and the operator see them named. */
async function namesOf({ vault }: Services, models: readonly DeviceModel[]): Promise<Map<string, string>> {
  const ids = models.flatMap(({ agreedBy }) => agreedBy ?? []);
  const staff = ids.length > 0 ? await Staff.findAll({ where: { id: ids } }) : [];

  return new Map(staff.map((one) => [one.id, openField(vault, 'staff', 'name', one, one.name)]));
}

function agreementOf(model: DeviceModel, names: Map<string, string>): ShownModel['agreement'] {
  const { agreementVersion, agreedBy, agreedAt } = model;

  return agreementVersion && agreedBy && agreedAt
    ? { version: agreementVersion, by: names.get(agreedBy) ?? '', at: Number(agreedAt) }
    : null;
}

export async function presentModels(
  services: Services,
  models: readonly DeviceModel[],
): Promise<ShownModel[]> {
  const ids = models.map(({ id }) => id);
  const [runs, counts] = await Promise.all([lastRuns(ids), deviceCounts(ids)]);
  const names = await namesOf(services, models);
  const contactOf = (model: DeviceModel) => ({
    name: openField(services.vault, 'device_models', 'contact_name', model, model.contactName),
    phone: openField(services.vault, 'device_models', 'contact_phone', model, model.contactPhone),
  });

  return models.map((model) => {
    const run = runs.get(model.id);

    return {
      id: model.id,
      maker: model.maker,
      model: model.model,
      kind: model.kind as DeviceKind,
      contact: contactOf(model),
      state: model.state,
      createdAt: Number(model.createdAt),
      run: run ? presentRun(services, run) : null,
      conformedAt: optionalNumber(model.conformedAt),
      agreement: agreementOf(model, names),
      decision: model.decidedAt ? { at: Number(model.decidedAt), reason: model.reason } : null,
      devices: counts.get(model.id) ?? 0,
    };
  });
}

export async function presentModel(services: Services, model: DeviceModel): Promise<ShownModel> {
  const [shown] = await presentModels(services, [model]);
  if (!shown) {
    throw new Error('a model that was there is not shown');
  }

  return shown;
}

/** As the operator sees them: with the unit. */
export async function presentWaitingModels(
  services: Services,
  models: readonly DeviceModel[],
): Promise<WaitingModel[]> {
  const shown = await presentModels(services, models);
  const units = await Promise.all(models.map(({ unitId }) => services.caches.units.get(unitId)));

  return shown.map((model, at) => {
    const unit = units[at];

    return { ...model, unit: { id: unit?.id ?? '', name: unit?.name ?? '' } };
  });
}
