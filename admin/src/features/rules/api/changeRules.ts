import {
  ruleVersionSummary,
  type DryRunScope,
  type RuleChange,
  type RuleDraft,
  type RuleRollback,
  type RuleSubmit,
} from '@anxing/contract/ruleVersions';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';
import { pathOfVersion } from './rules';

/** Of the answer, only its number is wanted. */
const numbered = ruleVersionSummary.pick({ version: true });

function useStaleRules() {
  const client = useQueryClient();

  return () =>
    Promise.all(
      [queryKeys.rules, queryKeys.changes].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** A new draft. @returns its number */
export function useCreateDraft() {
  const onSuccess = useStaleRules();

  return useMutation({
    mutationFn: async (input: RuleDraft) => (await api.post('operator/rules', input, numbered)).version,
    onSuccess,
  });
}

export function useSaveDraft(version: number) {
  const onSuccess = useStaleRules();

  return useMutation({
    mutationFn: (input: RuleChange) => api.put(pathOfVersion(version), input),
    onSuccess,
  });
}

/** Starts trying a version on the people of now; the version tells how far it is. */
export function useStartDryRun(version: number) {
  const onSuccess = useStaleRules();

  return useMutation({
    mutationFn: (scope: DryRunScope) => api.tell(`${pathOfVersion(version)}/dry-runs`, { scope }),
    onSuccess,
  });
}

/** Hands a draft to the second person. */
export function useSubmitRules(version: number) {
  const onSuccess = useStaleRules();

  return useMutation({
    mutationFn: (input: RuleSubmit) => api.tell(`${pathOfVersion(version)}/submit`, input),
    onSuccess,
  });
}

export function useDiscardRules(version: number) {
  const onSuccess = useStaleRules();

  return useMutation({ mutationFn: () => api.tell(`${pathOfVersion(version)}/discard`), onSuccess });
}

/** The rules of an earlier version once more, handed to the second person at once. @returns the new number */
export function useRollBack(version: number) {
  const onSuccess = useStaleRules();

  return useMutation({
    mutationFn: async (input: RuleRollback) =>
      (await api.post(`${pathOfVersion(version)}/rollback`, input, numbered)).version,
    onSuccess,
  });
}
