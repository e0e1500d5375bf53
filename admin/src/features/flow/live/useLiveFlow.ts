import { flow } from '@anxing/contract/flow';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { api } from '../../../lib/api/apiClient';
import { queryKeys } from '../../../lib/queryKeys';
import { nothingYet, type LiveState } from './liveState';
import { SharedFlow } from './sharedFlow';

/** The flow of the points in sight as it changes, for as long as the page is open. */
export function useLiveFlow(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState(nothingYet);

  useEffect(() => {
    const fetchFlow = () =>
      client.fetchQuery({
        queryKey: queryKeys.flow,
        queryFn: ({ signal }) => api.get('unit/flow', flow, { signal }),
        staleTime: 0,
        retry: false,
      });
    const shared = new SharedFlow(fetchFlow, setState);
    shared.start();

    return () => shared.stop();
  }, [client]);

  // Whoever is told of a warning has a message as well.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: queryKeys.inbox });
  }, [client, state.warnings]);

  return state;
}
