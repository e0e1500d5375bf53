import {
  operatorAppeal,
  type AppealAsk,
  type AppealDismissal,
  type AppealUphold,
} from '@anxing/contract/appeals';
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';
import { appealLists, keyOfAppeal, pathOfAppeal } from './appeals';

interface Answers {
  ask: AppealAsk;
  dismiss: AppealDismissal;
  uphold: AppealUphold;
}

/** Answers an appeal in one of three ways. What comes back is shown: asking again would be another look. */
export function useAnswerAppeal<W extends keyof Answers>(id: string, way: W) {
  const client = useQueryClient();

  return useMutation({
    mutationFn: (input: Answers[W]) => api.post(`${pathOfAppeal(id)}/${way}`, input, operatorAppeal),
    onSuccess: (appeal) => {
      client.setQueryData(keyOfAppeal(id), appeal);

      return Promise.all(
        [appealLists, queryKeys.changes, queryKeys.overrides].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
