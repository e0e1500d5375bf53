import { pageOf } from '@anxing/contract/fields';
import { personUnderRule, type underRuleQuery } from '@anxing/contract/ruleVersions';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';

const peoplePage = pageOf(personUnderRule);

/** A page that was seen stays good for a while: asking again would be another look at these people. */
const staleMs = 10 * 60_000;

/** People whose colour a rule made. Each page is a look, which they can read of. */
export function useRulePeople(query: z.output<typeof underRuleQuery>, enabled: boolean) {
  return useQuery({
    queryKey: [...queryKeys.rulePeople, query],
    queryFn: ({ signal }) => api.get('operator/people', peoplePage, { query, signal }),
    staleTime: staleMs,
    enabled,
  });
}
