import { deviceKindNames, type DeviceModel } from '@anxing/contract/devices';

/** How people call a model: maker, model and what it is. */
export function modelName({ maker, model, kind }: Pick<DeviceModel, 'maker' | 'model' | 'kind'>): string {
  return `${maker} ${model}（${deviceKindNames[kind]}）`;
}
