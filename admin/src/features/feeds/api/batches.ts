import {
  feedBatch,
  rowFault,
  type batchQuery,
  type faultQuery,
  type FeedBatch,
  type RowFault,
} from '@anxing/contract/feeds';
import { pageOf } from '@anxing/contract/fields';
import { limits } from '@anxing/contract/limits';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const batchPage = pageOf(feedBatch);
const faultPage = pageOf(rowFault);
const everyMs = 3_000;

/** People are judged anew soon after; what takes longer is no longer waited for at the screen. */
const judgingMs = 30 * 60_000;

function isBeingTaken({ state }: FeedBatch): boolean {
  return state === 'receiving' || state === 'applying';
}

/** Whether something of it is still being worked out. */
export function isUnderWay(batch: FeedBatch): boolean {
  const { state, origin, changedPeople, inForceAt } = batch;
  if (isBeingTaken(batch)) {
    return true;
  }
  const isJudging = state === 'inForce' && origin !== 'inside' && changedPeople === null;

  return isJudging && inForceAt !== null && Date.now() - inForceAt < judgingMs;
}

/** Only the operator is told how many people a batch concerns. */
export function tellsPeople(path: string): boolean {
  return path.startsWith('operator/');
}

/** Batches, newest first. @param path of a source, `operator/feeds/{source}`, or of the own test results */
export function useBatchPage(path: string, query: z.output<typeof batchQuery>) {
  return useQuery({
    queryKey: [...queryKeys.feeds, 'batches', path, query],
    queryFn: ({ signal }) => api.get(`${path}/batches`, batchPage, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.items.some(tellsPeople(path) ? isUnderWay : isBeingTaken) ? everyMs : false,
  });
}

export function useBatch(path: string, id: string) {
  return useQuery({
    queryKey: [...queryKeys.feeds, 'batch', path, id],
    queryFn: ({ signal }) => api.get(`${path}/batches/${encodeURIComponent(id)}`, feedBatch, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? everyMs : false),
  });
}

function faultsPath(path: string, id: string): string {
  return `${path}/batches/${encodeURIComponent(id)}/faults`;
}

/** The wrong rows of a batch that are kept, by line. */
export function useFaultPage(path: string, id: string, query: z.output<typeof faultQuery>) {
  return useQuery({
    queryKey: [...queryKeys.feeds, 'faults', path, id, query],
    queryFn: ({ signal }) => api.get(faultsPath(path, id), faultPage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

async function loadFaults(path: string, id: string): Promise<RowFault[]> {
  const faults: RowFault[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: limits.pageSizeMax, cursor };
    const page = await api.get(faultsPath(path, id), faultPage, { query });
    faults.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);

  return faults;
}

/** All wrong rows that are kept, for a file. */
export function useAllFaults(path: string) {
  return useMutation({ mutationFn: (id: string) => loadFaults(path, id), gcTime: 0 });
}
