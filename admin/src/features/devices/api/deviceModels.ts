import {
  conformanceRun,
  deviceAgreement,
  deviceModel,
  deviceModelPage,
  type DeviceModel,
  type ModelCreate,
} from '@anxing/contract/devices';
import { limits } from '@anxing/contract/limits';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const path = 'unit/device-models';
/** While a device works on a run, its result is looked for by itself. */
const runningMs = 4_000;

async function loadAll(signal: AbortSignal): Promise<DeviceModel[]> {
  const models: DeviceModel[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: limits.pageSizeMax, cursor };
    const page = await api.get(path, deviceModelPage, { query, signal });
    models.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);

  return models;
}

/** All models of the unit: they are few. */
export function useDeviceModels() {
  return useQuery({
    queryKey: [...queryKeys.devices, 'models'],
    queryFn: ({ signal }) => loadAll(signal),
    staleTime: 10_000,
    refetchInterval: ({ state }) =>
      state.data?.some(({ run }) => run?.state === 'running') ? runningMs : false,
  });
}

function useStaleDevices() {
  const client = useQueryClient();

  return () => client.invalidateQueries({ queryKey: queryKeys.devices });
}

export function useRegisterModel() {
  const onSuccess = useStaleDevices();

  return useMutation({
    mutationFn: (input: ModelCreate) => api.post(path, input, deviceModel),
    onSuccess,
  });
}

export function useStartRun() {
  const onSuccess = useStaleDevices();

  return useMutation({
    mutationFn: (id: string) => api.post(`${path}/${id}/conformance`, {}, conformanceRun),
    onSuccess,
  });
}

export function useAgree() {
  const onSuccess = useStaleDevices();
  const { version } = deviceAgreement;

  return useMutation({
    mutationFn: (id: string) => api.post(`${path}/${id}/agreement`, { version }, deviceModel),
    onSuccess,
  });
}
