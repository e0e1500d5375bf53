import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

import { asApiError, type ApiError } from './api/apiError';
import { queryKeys } from './queryKeys';

const triesAgain = 2;

function shouldTryAgain(failures: number, error: unknown): boolean {
  const { isPassing, status } = asApiError(error);

  return isPassing && status !== 429 && failures < triesAgain;
}

/** What the server asked for, or longer after each failure. */
function delayBefore(failures: number, error: unknown): number {
  const { retryAfter } = asApiError(error);

  return retryAfter === undefined ? 500 * 2 ** failures : Math.min(retryAfter, 5) * 1000;
}

/** Drops what one person saw before the next one comes; the configuration is everybody's. */
export function forgetSession(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== queryKeys.config[0] });
}

export interface SessionEvents {
  onSignedOut(): void;
}

/**
 * The cache of everything the API told. Nothing is asked for again behind the user's back: looking at persons is
 * recorded, and they can read who looked.
 */
export function makeQueryClient(events: SessionEvents): QueryClient {
  function notice(error: ApiError): void {
    if (error.isSignedOut) {
      events.onSignedOut();
    } else if (error.is('password_change_required')) {
      void client.invalidateQueries({ queryKey: queryKeys.ownUnit });
    }
  }

  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => notice(asApiError(error)) }),
    mutationCache: new MutationCache({ onError: (error) => notice(asApiError(error)) }),
    defaultOptions: {
      queries: {
        retry: shouldTryAgain,
        retryDelay: delayBefore,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 5_000,
      },
      mutations: { retry: false },
    },
  });

  return client;
}
