import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import type { PublicConfig } from '@anxing/contract/publicConfig';

import { ErrorState } from '../components/errorState';
import { Loading } from '../components/loading';
import { ConfigContext, configQuery } from '../lib/config';

function Configured({ config, children }: { config: PublicConfig; children: ReactNode }) {
  const [clockOffset] = useState(() => config.serverTime - Date.now());

  return <ConfigContext.Provider value={{ ...config, clockOffset }}>{children}</ConfigContext.Provider>;
}

/** Nothing is shown before brand, zone and mode are known. */
export function ConfigGate({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(configQuery);
  if (data) {
    return <Configured config={data}>{children}</Configured>;
  }

  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Loading isPage />;
}
