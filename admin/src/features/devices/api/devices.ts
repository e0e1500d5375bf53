import {
  device,
  deviceCreated,
  devicePage,
  type DeviceChange,
  type DeviceCreate,
} from '@anxing/contract/devices';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const path = 'unit/devices';

export function useDevicePage(query: { cursor?: string | undefined; limit: number }) {
  return useQuery({
    queryKey: [...queryKeys.devices, 'list', query],
    queryFn: ({ signal }) => api.get(path, devicePage, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    refetchInterval: 30_000,
  });
}

function useStaleDevices() {
  const client = useQueryClient();

  return () => client.invalidateQueries({ queryKey: queryKeys.devices });
}

/** The answer holds the enrolment code: it is nowhere else, and not kept in the cache. */
export function useAddDevice() {
  const onSuccess = useStaleDevices();

  return useMutation({
    mutationFn: (input: DeviceCreate) => api.post(path, input, deviceCreated),
    onSuccess,
    gcTime: 0,
  });
}

export function useChangeDevice() {
  const onSuccess = useStaleDevices();

  return useMutation({
    mutationFn: ({ id, ...input }: DeviceChange & { id: string }) =>
      api.patch(`${path}/${id}`, input, device),
    onSuccess,
  });
}

/** A new code; the key that the device had is void. */
export function useRenewEnrolment() {
  const onSuccess = useStaleDevices();

  return useMutation({
    mutationFn: (id: string) => api.post(`${path}/${id}/enrolment`, {}, deviceCreated),
    onSuccess,
    gcTime: 0,
  });
}
