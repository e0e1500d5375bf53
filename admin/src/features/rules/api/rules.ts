import { pageOf } from '@anxing/contract/fields';
import { limits } from '@anxing/contract/limits';
import {
  ruleOptions,
  ruleVersion,
  ruleVersionSummary,
  type ruleVersionQuery,
} from '@anxing/contract/ruleVersions';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const versionPage = pageOf(ruleVersionSummary);
const everyMs = 1_500;

export function pathOfVersion(version: number): string {
  return `operator/rules/${version}`;
}

/** One page of versions, newest first. */
export function useRuleVersions(query: z.output<typeof ruleVersionQuery>) {
  return useQuery({
    queryKey: [...queryKeys.rules, 'page', query],
    queryFn: ({ signal }) => api.get('operator/rules', versionPage, { query, signal }),
    placeholderData: keepPreviousData,
  });
}

/** One version in full; asked for again while it is being tried. */
export function useRuleVersion(version: number | undefined) {
  return useQuery({
    queryKey: [...queryKeys.rules, 'one', version],
    queryFn: ({ signal }) => api.get(pathOfVersion(version ?? 0), ruleVersion, { signal }),
    enabled: version !== undefined,
    refetchInterval: ({ state }) => (state.data?.dryRun?.state === 'running' ? everyMs : false),
  });
}

/** The version by which colours are judged now. */
export function useRulesInForce() {
  const versions = useRuleVersions({ limit: limits.pageSizeMax });
  const number = versions.data?.items.find(({ state }) => state === 'inForce')?.version;
  const version = useRuleVersion(number);

  return {
    data: version.data,
    error: versions.error ?? version.error,
    refetch: () => (versions.error ? versions.refetch() : version.refetch()),
  };
}

/** What rules are made of, with its names. */
export function useRuleOptions() {
  return useQuery({
    queryKey: [...queryKeys.rules, 'options'],
    queryFn: ({ signal }) => api.get('operator/rules/options', ruleOptions, { signal }),
    staleTime: 60_000,
  });
}
